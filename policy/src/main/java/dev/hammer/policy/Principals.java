package dev.hammer.policy;

import java.util.List;

/** Whom a statement names: Principal, or everyone but these with NotPrincipal. */
public record Principals(boolean negated, List<Principal> named) {

  public Principals {
    named = List.copyOf(named);
  }

  /** The names as shown and stored; those of an exclusion say so. */
  public List<String> texts() {
    return named.stream().map(one -> negated ? "not " + one.text() : one.text()).toList();
  }
}
