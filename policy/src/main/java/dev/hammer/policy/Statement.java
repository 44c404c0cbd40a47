package dev.hammer.policy;

import java.util.List;
import java.util.Optional;

/**
 * One rule of a policy.
 *
 * @param index its place in the document, from 0
 * @param principals absent in policies of identities, which say nothing about who
 */
public record Statement(
    int index,
    Optional<String> sid,
    Effect effect,
    Optional<Principals> principals,
    Selection actions,
    Selection resources,
    List<Condition> conditions) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  boolean allows() {
    return effect == Effect.ALLOW;
  }
}
