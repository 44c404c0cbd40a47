package dev.hammer.app.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.Gaps;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.Unit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a scan is about to do.
 *
 * @param accounts every account of the configured scope, asked for or not
 * @param regions the regions to look at, of all accounts together
 * @param checks the checks that look at anything, sorted
 * @param disabled checks that are off
 * @param roster the accounts of the whole configured scope, and those it leaves out
 */
public record ScanPlan(
    String scanId,
    CallerIdentity identity,
    SortedMap<AccountId, AccountPlan> accounts,
    SortedSet<Region> regions,
    List<String> checks,
    List<String> disabled,
    Roster roster) {
  public ScanPlan {
    accounts = Collections.unmodifiableSortedMap(accounts);
    checks = List.copyOf(checks);
    disabled = List.copyOf(disabled);
  }

  /** The accounts to look at, and why one could not be entered. */
  public SortedMap<Target, Optional<ReadFailure>> targets() {
    SortedMap<Target, Optional<ReadFailure>> targets = new TreeMap<>();
    chosen().forEach(account -> targets.put(account.target(), account.shut()));
    return targets;
  }

  /** The units to look at, account by account. */
  public Stream<Unit> units() {
    return chosen().flatMap(account -> account.units().stream());
  }

  /** The services of the units to look at, sorted. */
  public List<String> services() {
    return chosen()
        .flatMap(account -> account.checks().stream().filter(c -> account.asked().contains(c.id())))
        .map(check -> check.service())
        .distinct()
        .sorted()
        .toList();
  }

  /** The units that stay unread by agreement. */
  public List<Gaps.Left> acceptedGaps() {
    return accounts.values().stream().flatMap(AccountPlan::left).toList();
  }

  /** Whether the slice is one to look at. */
  boolean asks(Slice slice) {
    AccountPlan account = accounts.get(slice.account());
    return account != null && account.asks(slice);
  }

  /** The slices of a unit that are to be looked at. */
  List<Slice> slicesOf(Unit unit) {
    AccountPlan account = accounts.get(unit.account());
    return account == null ? List.of() : account.slicesOf(unit);
  }

  /** The settings that hold for an account, as its rule of the organization has them. */
  public AwsSection settingsOf(AccountId account, AwsSection all) {
    return roster.target(account).map(target -> target.settings(all)).orElse(all);
  }

  /** Accounts that could not be entered. */
  public Map<Target, ReadFailure> shut() {
    Map<Target, ReadFailure> refused = new TreeMap<>();
    targets().forEach((target, why) -> why.ifPresent(w -> refused.put(target, w)));
    return refused;
  }

  /** The units of accounts that could not be entered, and why. */
  SortedMap<Unit, ReadFailure> shutUnits() {
    SortedMap<Unit, ReadFailure> shut = new TreeMap<>();
    chosen()
        .forEach(
            account ->
                account.shut().ifPresent(why -> account.units().forEach(u -> shut.put(u, why))));
    return shut;
  }

  private Stream<AccountPlan> chosen() {
    return accounts.values().stream().filter(AccountPlan::chosen);
  }
}
