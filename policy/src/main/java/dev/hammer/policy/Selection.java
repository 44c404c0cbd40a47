package dev.hammer.policy;

import java.util.List;

/**
 * What a statement is about: the patterns of Action or Resource, or everything but the patterns of
 * NotAction or NotResource.
 */
public record Selection(boolean negated, List<String> patterns) {

  /** A statement without the element speaks of everything. */
  static final Selection EVERYTHING = new Selection(false, List.of("*"));

  public Selection {
    patterns = List.copyOf(patterns);
  }

  /** Whether nothing at all is selected. */
  boolean isEmpty() {
    return !negated && patterns.isEmpty();
  }

  /** Whether everything that the other selects is selected here. Errs on the side of no. */
  boolean covers(Selection other) {
    if (negated) {
      return other.negated
          ? patterns.stream().allMatch(other::names)
          : other.patterns.stream().allMatch(this::isFarFrom);
    }
    return other.negated ? patterns.contains("*") : other.patterns.stream().allMatch(this::names);
  }

  private boolean names(String pattern) {
    return patterns.stream().anyMatch(wider -> Wildcard.covers(wider, pattern));
  }

  private boolean isFarFrom(String pattern) {
    return patterns.stream().allMatch(other -> Wildcard.areDisjoint(pattern, other));
  }

  /** The patterns as shown and stored; those of an exclusion say so. */
  public List<String> texts() {
    return negated ? patterns.stream().map(pattern -> "not " + pattern).toList() : patterns;
  }
}
