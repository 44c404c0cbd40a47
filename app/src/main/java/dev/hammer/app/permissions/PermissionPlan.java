package dev.hammer.app.permissions;

import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The permissions somebody is to be given.
 *
 * @param needs every action inside the accounts, sorted, with what it is for
 * @param reading the policies of whoever reads an account
 * @param entering the policies of the main identity, to enter the roles of members
 * @param additional whether these come to what the role has already
 * @param looked when the look ended that tells what is missing, if that was asked
 */
public record PermissionPlan(
    ReadingRole role,
    List<Need> needs,
    List<PermissionPolicy> reading,
    List<PermissionPolicy> entering,
    boolean additional,
    Optional<Instant> looked,
    Arns arns) {
  public PermissionPlan {
    needs = List.copyOf(needs);
    reading = List.copyOf(reading);
    entering = List.copyOf(entering);
  }

  /** Whether there is nothing to give. */
  public boolean isEmpty() {
    return reading.isEmpty() && entering.isEmpty();
  }

  /** A policy with the blanks filled, ready to be handed to IAM. */
  public Value.Fields document(PermissionPolicy policy) {
    Function<String, Value> filled = arn -> Value.text(arns.filled(arn));
    return policy.document(filled);
  }
}
