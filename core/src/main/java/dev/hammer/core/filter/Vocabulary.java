package dev.hammer.core.filter;

import java.util.Set;

/**
 * The names that exist, so that a filter can refuse a misspelt one. An empty set means that any
 * name may be right.
 */
public record Vocabulary(Set<String> checks, Set<String> services) {
  public static final Vocabulary ANY = new Vocabulary(Set.of(), Set.of());

  public Vocabulary {
    checks = Set.copyOf(checks);
    services = Set.copyOf(services);
  }
}
