package dev.hammer.core.issue;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The accounts, checks and regions that the issues of a store are of, and no others. */
public record IssuePlaces(
    SortedSet<AccountId> accounts, SortedSet<String> checks, SortedSet<Region> regions) {
  public IssuePlaces {
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
    checks = Collections.unmodifiableSortedSet(new TreeSet<>(checks));
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }
}
