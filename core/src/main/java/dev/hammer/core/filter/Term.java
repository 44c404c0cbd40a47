package dev.hammer.core.filter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One term of a filter: any of its criteria, or none of them if negated.
 *
 * @param key what stands before the colon; empty for a bare word
 */
record Term(boolean negated, String key, List<Criterion> anyOf) {
  static final String TAG = "tag.";

  Term {
    anyOf = List.copyOf(anyOf);
  }

  boolean holds(FilterSubject subject) {
    return negated != anyOf.stream().anyMatch(criterion -> criterion.holds(subject));
  }

  /** Whether it says something of the status, so that the usual one need not be added. */
  boolean isAboutStatus() {
    return anyOf.stream()
        .anyMatch(c -> c instanceof Criterion.Stands(State state) && state.status().isPresent());
  }

  @Override
  public String toString() {
    String values = anyOf.stream().map(Criterion::toString).collect(Collectors.joining(","));
    return (negated ? "-" : "") + (key.isEmpty() ? "" : writtenKey() + ":") + values;
  }

  private String writtenKey() {
    return key.startsWith(TAG) ? TAG + Wording.quoted(key.substring(TAG.length())) : key;
  }
}
