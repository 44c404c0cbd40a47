package dev.hammer.app.scan;

import dev.hammer.app.issues.Directory;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.value.Value;
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
 */
public record Roster(
    List<Target> targets, List<LeftOut> leftOut, boolean asked, Optional<ReadFailure> unread) {
  public Roster {
    targets = targets.stream().sorted().toList();
    leftOut = List.copyOf(leftOut);
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
    if (!asked || !isWhole()) {
      return figures;
    }
    SortedMap<AccountId, String> names = new TreeMap<>();
    targets.forEach(target -> names.put(target.account(), target.name()));
    return new Directory(names).in(figures);
  }

  /** The account, if it is in scope. */
  public Optional<Target> target(AccountId account) {
    return targets.stream().filter(target -> target.account().equals(account)).findFirst();
  }
}
