package dev.hammer.app.scan;

import dev.hammer.app.issues.Directory;
import dev.hammer.app.issues.UnitDirectory;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Units;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of the configured scope: those the configuration names and those the organization
 * has.
 *
 * @param targets sorted
 * @param leftOut accounts of the organization that are not looked at, sorted
 * @param asked whether the organization was to be asked
 * @param unread why the organization could not be read; then the accounts it would add are missing
 * @param units which accounts are below the units that somebody wanted to know of
 * @param unitsUnread why one of those could not be read
 */
public record Roster(
    List<Target> targets,
    List<LeftOut> leftOut,
    boolean asked,
    Optional<ReadFailure> unread,
    Units units,
    Optional<ReadFailure> unitsUnread) {
  public Roster {
    targets = targets.stream().sorted().toList();
    leftOut = List.copyOf(leftOut);
  }

  /** Accounts of an organization of whose units nothing is known. */
  Roster(List<Target> targets, List<LeftOut> leftOut, boolean asked, Optional<ReadFailure> unread) {
    this(targets, leftOut, asked, unread, Units.UNKNOWN, Optional.empty());
  }

  /** The same, with what is known of units, and why not of all that was asked. */
  Roster with(Units known, Optional<ReadFailure> why) {
    return new Roster(targets, leftOut, asked, unread, known, why);
  }

  /** Accounts without an organization. */
  public static Roster of(List<Target> targets) {
    return new Roster(targets, List.of(), false, Optional.empty());
  }

  /** Accounts that are skipped because nobody gets into them. */
  public List<LeftOut> skipped() {
    return leftOut.stream().filter(one -> one.reason() == LeftOut.Reason.STATE).toList();
  }

  /** Whether all accounts of the scope are known. */
  public boolean isWhole() {
    return unread.isEmpty();
  }

  /** Figures of a scan, with what the organization told among them. */
  Value.Fields in(Value.Fields figures) {
    Value.Fields placed = UnitDirectory.in(figures, units);
    if (!asked || !isWhole()) {
      return placed;
    }
    SortedMap<AccountId, String> names = new TreeMap<>();
    targets.forEach(target -> names.put(target.account(), target.name()));
    return new Directory(names).in(placed);
  }

  /** The account, if it is in scope. */
  public Optional<Target> target(AccountId account) {
    return targets.stream().filter(target -> target.account().equals(account)).findFirst();
  }
}
