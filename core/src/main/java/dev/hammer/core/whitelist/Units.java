package dev.hammer.core.whitelist;

import dev.hammer.core.resource.AccountId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which accounts are in organizational units, or anywhere below them, as far as anybody was told. A
 * unit that is not listed is not known; one without accounts has none.
 */
public record Units(SortedMap<String, SortedSet<AccountId>> below) {
  /** Nothing was told of any unit. */
  public static final Units UNKNOWN = new Units(new TreeMap<>());

  public Units {
    SortedMap<String, SortedSet<AccountId>> copy = new TreeMap<>();
    below.forEach(
        (unit, accounts) ->
            copy.put(unit, Collections.unmodifiableSortedSet(new TreeSet<>(accounts))));
    below = Collections.unmodifiableSortedMap(copy);
  }

  public static Units of(Map<String, ? extends Collection<AccountId>> below) {
    SortedMap<String, SortedSet<AccountId>> sorted = new TreeMap<>();
    below.forEach((unit, accounts) -> sorted.put(unit, new TreeSet<>(accounts)));
    return new Units(sorted);
  }

  public boolean knows(String unit) {
    return below.containsKey(unit);
  }

  /** Whether the account is in the unit or below it. */
  Match places(AccountId account, String unit) {
    return Optional.ofNullable(below.get(unit))
        .map(accounts -> Match.of(accounts.contains(account)))
        .orElse(Match.UNKNOWN);
  }

  /** The known units that the account is in or below. */
  public SortedSet<String> above(AccountId account) {
    SortedSet<String> units = new TreeSet<>();
    below.forEach(
        (unit, accounts) -> {
          if (accounts.contains(account)) {
            units.add(unit);
          }
        });
    return units;
  }

  /** This, and of units not known here what the other, older, knows. */
  public Units or(Units older) {
    SortedMap<String, SortedSet<AccountId>> all = new TreeMap<>(older.below);
    all.putAll(below);
    return new Units(all);
  }
}
