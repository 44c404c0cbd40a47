package dev.hammer.core.issue;

import dev.hammer.core.resource.AccountId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * In which order issues are listed: by one step after the other, and what is equal in all of them
 * by key.
 *
 * @param accountNames the names by which accounts are ordered, where they have one
 */
public record IssueOrder(List<Step> steps, Map<AccountId, String> accountNames) {
  /** The order of stores. */
  public static final IssueOrder BY_KEY = new IssueOrder(List.of(), Map.of());

  /** The order of lists if nobody asks for another. */
  public static final IssueOrder WORST_THEN_OLDEST =
      new IssueOrder(List.of(Step.by(Key.SEVERITY), Step.by(Key.AGE)), Map.of());

  public IssueOrder {
    steps = List.copyOf(steps);
    accountNames = Map.copyOf(accountNames);
  }

  /** What issues can be ordered by. */
  public enum Key {
    /** The worst first. */
    SEVERITY,
    /** The oldest first; what nobody knows comes last, turned round or not. */
    AGE,
    /** What changed last first. */
    CHANGED,
    CHECK,
    /** By name and id. */
    ACCOUNT,
    REGION,
    /** By id of the resource. */
    RESOURCE,
    REF;

    /** All of them as people write them. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Key::word).toList();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step of an order.
   *
   * @param reversed the other way round
   */
  public record Step(Key key, boolean reversed) {
    public static Step by(Key key) {
      return new Step(key, false);
    }

    /** A key as people write it; a leading {@code -} turns it round. */
    public static Optional<Step> parse(String word) {
      boolean reversed = word.startsWith("-");
      String key = reversed ? word.substring(1) : word;
      return Arrays.stream(Key.values())
          .filter(known -> known.word().equals(key))
          .map(known -> new Step(known, reversed))
          .findFirst();
    }
  }

  /** The same order of issues in memory. */
  public Comparator<Issue> comparator() {
    Comparator<Issue> order = (_, _) -> 0;
    for (Step step : steps) {
      order = order.thenComparing(by(step));
    }
    return order.thenComparing(Issue::key);
  }

  /** Accounts as their issues are ordered. */
  public Comparator<AccountId> accounts() {
    return Comparator.comparing(id -> accountNames.getOrDefault(id, "") + id);
  }

  /** What nobody knows comes last, whichever way round. */
  private Comparator<Issue> by(Step step) {
    if (step.key() == Key.AGE) {
      Comparator<Instant> way =
          step.reversed() ? Comparator.reverseOrder() : Comparator.naturalOrder();
      return Comparator.comparing((Issue i) -> i.timestamps().found().isEmpty())
          .thenComparing(i -> i.timestamps().identified(), way);
    }
    return step.reversed() ? by(step.key()).reversed() : by(step.key());
  }

  private Comparator<Issue> by(Key key) {
    return switch (key) {
      case SEVERITY -> Comparator.comparing((Issue i) -> i.finding().severity()).reversed();
      case AGE -> Comparator.comparing(i -> i.timestamps().identified());
      case CHANGED -> Comparator.comparing((Issue i) -> i.timestamps().updated()).reversed();
      case CHECK -> Comparator.comparing(i -> i.key().check());
      case ACCOUNT -> Comparator.comparing(i -> i.key().account(), accounts());
      case REGION -> Comparator.comparing(i -> i.resource().region());
      case RESOURCE -> Comparator.comparing(i -> i.resource().id());
      case REF -> Comparator.comparing(Issue::ref);
    };
  }
}
