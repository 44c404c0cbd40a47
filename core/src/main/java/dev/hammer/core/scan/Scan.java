package dev.hammer.core.scan;

import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One run of a scan.
 *
 * @param id {@code s-} and 8 characters
 * @param whole whether it set out to look at the whole configured scope
 * @param identity the ARN it ran as
 * @param figures counts and figures for people and JSON, complete when it ended
 */
public record Scan(
    String id,
    Instant started,
    Optional<Instant> ended,
    Outcome outcome,
    boolean whole,
    String configHash,
    String identity,
    Value.Fields figures) {

  /** How a scan ended. */
  public enum Outcome {
    RUNNING,
    COMPLETE,
    INCOMPLETE,
    INTERRUPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Scan ended(Instant at, Outcome how, Value.Fields result) {
    return new Scan(id, started, Optional.of(at), how, whole, configHash, identity, result);
  }
}
