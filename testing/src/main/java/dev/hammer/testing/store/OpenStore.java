package dev.hammer.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store opened for each test, and the words in which the tests of the contract speak of it. */
abstract class OpenStore {
  static final Stored APPLIED = new Stored.Applied();
  static final Stored SUPERSEDED = new Stored.Superseded();

  private final List<Store> opened = new ArrayList<>();
  Store store;

  abstract Store open();

  @BeforeEach
  void openStore() {
    store = another();
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Store::close);
  }

  /** The same data, opened once more. */
  Store another() {
    Store one = open();
    opened.add(one);
    return one;
  }

  /** Closes the store and opens it again. */
  void reopen() {
    store.close();
    opened.remove(store);
    store = another();
  }

  Issue insert(Issue issue) {
    assertThat(apply(Changes.born(issue))).isEqualTo(APPLIED);
    return issue;
  }

  Issue insert(IssueBuilder issue) {
    return insert(issue.build());
  }

  Issue change(Issue before, Issue after) {
    assertThat(apply(Changes.change(before, after))).isEqualTo(APPLIED);
    return after;
  }

  Stored apply(Change... changes) {
    return store.apply(Optional.empty(), List.of(changes));
  }

  Issue stored(IssueKey key) {
    List<Issue> found = store.issues(List.of(key));
    assertThat(found).as("what is stored under %s", key).hasSize(1);
    return found.getFirst();
  }

  List<Issue> found(IssueQuery query) {
    List<Issue> found = new ArrayList<>();
    store.query(query, found::add);
    return found;
  }

  List<String> texts(IssueKey key) {
    return store.history(key).stream().map(entry -> entry.text()).toList();
  }

  static Stored conflict(Issue... issues) {
    return new Stored.Conflict(Arrays.stream(issues).map(Issue::key).sorted().toList());
  }
}
