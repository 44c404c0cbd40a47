package dev.hammer.checks;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;

/**
 * What became of trying a call for the sake of its permission.
 *
 * @param region where it was tried last
 */
public record Trial(ApiCall call, Region region, Outcome outcome) {

  /** What the answer proves. */
  public sealed interface Outcome {
    /** AWS answered, or said that there is nothing of this name. */
    record Allowed() implements Outcome {}

    /** AWS refused. */
    record Denied(ReadFailure why) implements Outcome {}

    /** Neither: nothing to try it on, or a failure that tells nothing of permissions. */
    record Unproven(String why) implements Outcome {}
  }

  public boolean isDenied() {
    return outcome instanceof Outcome.Denied;
  }

  public boolean isUnproven() {
    return outcome instanceof Outcome.Unproven;
  }
}
