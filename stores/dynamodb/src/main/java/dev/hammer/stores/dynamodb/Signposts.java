package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.ResourceRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways to an issue by its ref and by the names of its resource. They are put up before the
 * issue is written and never taken down: one that leads nowhere, or to an issue that is no longer
 * called so, is passed by.
 */
record Signposts(State state) {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final String REF = "ref";
  private static final String NAME = "name";

  /** Puts up what these changes need and earlier ones did not. */
  void putUp(List<Change> changes) {
    state.put(changes.stream().flatMap(change -> missing(change).stream()).toList());
  }

  /** Puts up all there are for these issues. */
  void putUpAll(List<Issue> issues) {
    state.put(issues.stream().flatMap(issue -> of(issue).stream()).toList());
  }

  private static List<Draft> of(Issue issue) {
    List<Draft> posts = new ArrayList<>(List.of(refPost(issue.key())));
    names(issue.resource()).forEach(name -> posts.add(namePost(name, issue.key())));
    return posts;
  }

  /** The keys of issues whose ref begins so, in the order of the refs. */
  Iterator<IssueKey> byRef(String prefix) {
    String firstDigits = prefix.isEmpty() ? DIGITS : prefix.substring(0, 1);
    Iterator<Item> posts =
        new Chain<>(
            firstDigits
                .chars()
                .mapToObj(digit -> state.list(partition(Character.toString(digit)), prefix))
                .toList());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return posts.hasNext();
      }

      @Override
      public IssueKey next() {
        return keyOf(posts.next());
      }
    };
  }

  /** The keys of issues whose resource has been called exactly so. */
  Set<IssueKey> byName(String name) {
    Set<IssueKey> keys = new TreeSet<>();
    state.list(State.partition(NAME, name)).forEachRemaining(post -> keys.add(keyOf(post)));
    return keys;
  }

  /** An item that only the predecessor has written may have none. */
  private static List<Draft> missing(Change change) {
    if (change.before().map(Issue::version).orElse(0L) == 0) {
      return of(change.after());
    }
    Set<String> names = names(change.after().resource());
    names.removeAll(names(change.before().orElseThrow().resource()));
    return names.stream().map(name -> namePost(name, change.after().key())).toList();
  }

  private static Set<String> names(ResourceRef resource) {
    Set<String> names = new TreeSet<>(resource.aliases());
    names.add(resource.id());
    resource.arn().ifPresent(names::add);
    return names;
  }

  private static Draft refPost(IssueKey key) {
    String ref = key.ref().text();
    return post(partition(ref.substring(0, 1)), ref + "/" + IssueTable.place(key), key);
  }

  private static Draft namePost(String name, IssueKey key) {
    return post(State.partition(NAME, name), IssueTable.place(key), key);
  }

  private static Draft post(String partition, String order, IssueKey key) {
    return State.at(partition, order)
        .text(IssueTable.CHECK, key.check())
        .text(IssueTable.ACCOUNT, key.account().id())
        .text(IssueTable.ISSUE_ID, key.issueId());
  }

  private static String partition(String firstDigit) {
    return REF + "#" + firstDigit;
  }

  private static IssueKey keyOf(Item post) {
    return new IssueKey(
        post.text(IssueTable.CHECK),
        post.as(IssueTable.ACCOUNT, AccountId::of),
        post.text(IssueTable.ISSUE_ID));
  }
}
