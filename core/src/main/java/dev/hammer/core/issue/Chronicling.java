package dev.hammer.core.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds proof and history to issues, some at once. Whether they are of one version is asked for all
 * of them together; those that others wrote meanwhile are read again.
 */
final class Chronicling {
  private static final int AT_ONCE = 100;
  private static final int TRIES = 5;

  private final IssueStore store;
  private final Consumer<Chronicle> each;
  private final List<Issue> pending = new ArrayList<>();

  Chronicling(IssueStore store, Consumer<Chronicle> each) {
    this.store = store;
    this.each = each;
  }

  void add(Issue issue) {
    pending.add(issue);
    if (pending.size() == AT_ONCE) {
      flush();
    }
  }

  /** Hands over those that wait. */
  void flush() {
    List<Chronicle> read = new ArrayList<>(pending.stream().map(this::read).toList());
    pending.clear();
    boolean isSettled = read.isEmpty();
    for (int i = 0; i < TRIES && !isSettled; i++) {
      isSettled = settle(read);
    }
    read.forEach(each);
  }

  /** Reads again what was written since; whether nothing was. */
  private boolean settle(List<Chronicle> read) {
    Map<IssueKey, Issue> now = new HashMap<>();
    store
        .issues(read.stream().map(chronicle -> chronicle.issue().key()).toList())
        .forEach(issue -> now.put(issue.key(), issue));
    boolean isSettled = true;
    for (int i = 0; i < read.size(); i++) {
      Issue before = read.get(i).issue();
      Issue after = now.getOrDefault(before.key(), before);
      if (after.version() != before.version()) {
        read.set(i, read(after));
        isSettled = false;
      }
    }
    return isSettled;
  }

  private Chronicle read(Issue issue) {
    return new Chronicle(issue, store.proof(issue.key()), store.history(issue.key()));
  }
}
