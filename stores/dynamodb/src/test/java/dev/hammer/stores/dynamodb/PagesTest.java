package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Slice;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All pages are read to the last, however small they are. */
final class PagesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<Status> STATUSES = List.of(Status.values());
  private static final List<String> CHECKS =
      List.of("a_check", "s3_bucket_acl", "s3_zzz", "secgrp_unrestricted_access", "z_check");

  private final Requests requests = new Requests();
  private final Store store =
      LocalDynamo.open(LocalDynamo.client(requests), LocalDynamo.newPrefix(), 3);
  private final List<Issue> all = new ArrayList<>();

  /** Own and shared tables in turn, several accounts and regions, all statuses. */
  @BeforeEach
  void insert() {
    for (String check : CHECKS) {
      for (int i = 0; i < 20; i++) {
        Slice slice =
            SliceBuilder.slice(
                "11111111111" + i % 3, i % 2 == 0 ? "eu-west-1" : "eu-west-2", check);
        all.add(
            issue("id-%02d".formatted(i))
                .in(slice)
                .status(STATUSES.get(i % STATUSES.size()))
                .build());
      }
    }
    for (Issue issue : all) {
      store.apply(Optional.empty(), List.of(Changes.born(issue)));
    }
    all.sort(Comparator.comparing(Issue::key));
    requests.take();
  }

  @Test
  void everythingComesInTheOrderOfTheKeysOnce() {
    assertThat(found(IssueQuery.ALL)).isEqualTo(all);
    assertThat(requests.take()).hasSizeGreaterThan(all.size() / 3);
  }

  @Test
  void eachStatusComesInTheOrderOfTheKeys() {
    for (Status status : Status.values()) {
      assertThat(found(IssueQuery.ALL.withStatuses(Set.of(status))))
          .isEqualTo(all.stream().filter(issue -> issue.status() == status).toList())
          .isNotEmpty();
    }
  }

  @Test
  void accountsNarrowDownWithAndWithoutChecks() {
    IssueQuery ofAccount = IssueQuery.ALL.withAccounts(Set.of(all.getFirst().key().account()));

    assertThat(found(ofAccount))
        .isEqualTo(
            all.stream().filter(i -> ofAccount.accounts().contains(i.key().account())).toList());
    assertThat(found(ofAccount.withChecks(Set.of("a_check", "s3_bucket_acl"))))
        .isEqualTo(
            all.stream()
                .filter(i -> ofAccount.accounts().contains(i.key().account()))
                .filter(i -> Set.of("a_check", "s3_bucket_acl").contains(i.key().check()))
                .toList())
        .isNotEmpty();
  }

  @Test
  void liveIssuesOfASliceAreAllThere() {
    for (Issue issue : all) {
      assertThat(store.live(issue.slice()))
          .isEqualTo(
              all.stream()
                  .filter(i -> i.slice().equals(issue.slice()) && i.status().isLive())
                  .toList());
    }
  }

  @Test
  void refsAreFoundOverPages() {
    assertThat(store.byRef("", 1_000))
        .isEqualTo(all.stream().sorted(Comparator.comparing(Issue::ref)).toList());
    assertThat(store.byRef("", 7))
        .isEqualTo(all.stream().sorted(Comparator.comparing(Issue::ref)).limit(7).toList());
  }

  @Test
  void historyIsReadToTheEnd() {
    Issue issue = all.getFirst();
    for (int i = 0; i < 10; i++) {
      Issue after = IssueBuilder.after(issue).summary("s" + i).build();
      store.apply(Optional.empty(), List.of(Changes.change(issue, after)));
      issue = after;
    }

    assertThat(store.history(issue.key())).hasSize(11);
  }

  @Test
  void slicesAreReadToTheEnd() {
    for (int i = 0; i < 10; i++) {
      store.record(
          SliceBuilder.look(NOON).of(SliceBuilder.slice("111111111111", "r" + i, "a")).build());
    }

    assertThat(store.slices()).hasSize(10);
  }

  private List<Issue> found(IssueQuery query) {
    List<Issue> found = new ArrayList<>();
    store.query(query, found::add);
    return found;
  }
}
