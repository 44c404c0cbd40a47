package dev.hammer.app.permissions;

import dev.hammer.app.scan.Target;
import dev.hammer.checks.Trial;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an account allows of all that reading it needs, each call tried.
 *
 * @param needs what the checks that look at the account need, sorted by action
 * @param trials one for each call of theirs
 */
public record AccountPermissions(Target target, List<Need> needs, List<Trial> trials) {
  public AccountPermissions {
    needs = List.copyOf(needs);
    trials = List.copyOf(trials);
  }

  /** Actions with a call that was refused. */
  public List<Need> denied() {
    return needs.stream().filter(need -> anyTrial(need, Trial::isDenied)).toList();
  }

  /** Ids of the checks that cannot judge. */
  public SortedSet<String> blinded() {
    return ids(Need::decides);
  }

  /** Ids of the checks that judge, and say less. */
  public SortedSet<String> dulled() {
    SortedSet<String> ids = ids(Need::grades);
    ids.removeAll(blinded());
    return ids;
  }

  private SortedSet<String> ids(Function<Need, Collection<String>> of) {
    SortedSet<String> ids = new TreeSet<>();
    denied().forEach(need -> ids.addAll(of.apply(need)));
    return ids;
  }

  /** Calls of which the answers prove nothing. */
  public List<Trial> unproven() {
    return trials.stream().filter(Trial::isUnproven).toList();
  }

  private boolean anyTrial(Need need, Predicate<Trial> is) {
    return trials.stream()
        .filter(trial -> trial.call().action().equals(need.action()))
        .anyMatch(is);
  }
}
