package dev.hammer.app.config;

import dev.hammer.aws.OrganizationReader;
import dev.hammer.core.reading.ApiCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which accounts of the organization are looked at. An account is in if a rule includes it, none
 * excludes it, and it carries all the tags.
 *
 * @param include the first that matches says how the account is entered; empty means all accounts
 * @param exclude goes before {@code include}
 * @param tags values by tag, of which an account must have one; a value may be a glob
 */
public record OrganizationsSection(
    boolean enabled,
    List<AccountRule> include,
    List<AccountPattern> exclude,
    SortedMap<String, List<String>> tags) {
  /** The organization is not asked. */
  public static final OrganizationsSection OFF =
      new OrganizationsSection(false, List.of(), List.of(), new TreeMap<>());

  public OrganizationsSection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** Whether anything is said of which accounts are meant. */
  boolean hasRules() {
    return !(include.isEmpty() && exclude.isEmpty() && tags.isEmpty());
  }

  /** The calls it takes to follow these rules, sorted; none if the organization is not asked. */
  public List<ApiCall> calls() {
    if (!enabled) {
      return List.of();
    }
    List<ApiCall> calls = new ArrayList<>(OrganizationReader.ACCOUNT_CALLS);
    if (patterns().anyMatch(AccountPattern.Unit.class::isInstance)) {
      calls.addAll(OrganizationReader.UNIT_CALLS);
    }
    if (!tags.isEmpty() || patterns().anyMatch(AccountPattern.Tag.class::isInstance)) {
      calls.addAll(OrganizationReader.TAG_CALLS);
    }
    return List.copyOf(new TreeSet<>(calls));
  }

  private Stream<AccountPattern> patterns() {
    return Stream.concat(include.stream().map(AccountRule::match), exclude.stream());
  }
}
