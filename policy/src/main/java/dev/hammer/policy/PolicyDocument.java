package dev.hammer.policy;

import java.util.List;
import java.util.Optional;

/** A policy: its statements in the order of the text. */
public record PolicyDocument(
    Optional<String> version, Optional<String> id, List<Statement> statements) {

  private static final PolicyDocument NONE =
      new PolicyDocument(Optional.empty(), Optional.empty(), List.of());

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /** The policy of a resource that has none. */
  public static PolicyDocument none() {
    return NONE;
  }

  /**
   * Reads a policy as tolerantly as AWS does and no more: objects for lists, strings for lists, any
   * case, booleans and numbers for strings. What would have to be guessed is {@link
   * ParsedPolicy.Unparsable}. Never throws, whatever the text.
   */
  public static ParsedPolicy parse(String text) {
    try {
      return new PolicyParser().parse(text);
    } catch (Malformed malformed) {
      return malformed.asOutcome();
    }
  }
}
