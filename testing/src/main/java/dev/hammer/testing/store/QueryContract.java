package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Issues are found by status, check, account, name and ref, and come in the order of their keys.
 */
abstract class QueryContract extends OpenStore {
  private static final Instant LATER = Instant.parse("2026-03-02T00:00:00Z");
  private static final AccountId OTHER = AccountId.of("222222222222");
  private static final int MANY = 5_000;
  private static final int AT_ONCE = 25;

  @Test
  void everythingComesInTheOrderOfTheKeys() {
    Issue c = insert(issue("c").check("b_check"));
    Issue z = insert(issue("z").check("a_check").account("222222222222"));
    Issue b = insert(issue("b").check("b_check").resolved(LATER));
    Issue y = insert(issue("y").check("a_check"));
    Issue upper = insert(issue("Z").check("b_check").status(Status.CLOSED));

    assertThat(found(IssueQuery.ALL)).containsExactly(y, z, upper, b, c);
  }

  @Test
  void statusesNarrowDown() {
    Issue open = insert(issue("open"));
    Issue accepted = insert(issue("accepted").whitelisted("w-1"));
    Issue resolved = insert(issue("resolved").resolved(LATER));
    Issue closed = insert(issue("closed").status(Status.CLOSED));
    Issue unknown = insert(issue("unknown").status(Status.UNKNOWN));

    assertThat(withStatuses(Status.OPEN)).containsExactly(open);
    assertThat(withStatuses(Status.RESOLVED, Status.OPEN)).containsExactly(open, resolved);
    assertThat(withStatuses(Status.UNKNOWN)).containsExactly(unknown);
    assertThat(withStatuses(Status.values()))
        .containsExactly(accepted, closed, open, resolved, unknown);
  }

  @Test
  void severitiesNarrowDown() {
    Issue low = insert(issue("a").severity(Severity.LOW));
    Issue high = insert(issue("b").severity(Severity.HIGH).resolved(LATER));
    Issue worst = insert(issue("c").severity(Severity.CRITICAL).account("222222222222"));
    IssueQuery severe = IssueQuery.ALL.withSeverities(Set.of(Severity.HIGH, Severity.CRITICAL));

    assertThat(found(severe)).containsExactly(high, worst);
    assertThat(found(IssueQuery.ALL.withSeverities(Set.of(Severity.LOW)))).containsExactly(low);
    assertThat(found(severe.withStatuses(Set.of(Status.OPEN)).withAccounts(Set.of(OTHER))))
        .containsExactly(worst);
    assertThat(found(severe.withResource("a"))).isEmpty();
    assertThat(found(severe.withResource("b"))).containsExactly(high);
  }

  @Test
  void issuesAreCounted() {
    insert(issue("a"));
    insert(issue("b").severity(Severity.LOW));
    insert(issue("c").resolved(LATER).account("222222222222"));

    assertThat(store.count(IssueQuery.ALL)).isEqualTo(3);
    assertThat(store.count(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)))).isEqualTo(2);
    assertThat(store.count(IssueQuery.ALL.withSeverities(Set.of(Severity.LOW)))).isEqualTo(1);
    assertThat(store.count(IssueQuery.ALL.withAccounts(Set.of(OTHER)))).isEqualTo(1);
    assertThat(store.count(IssueQuery.ALL.withResource("c"))).isEqualTo(1);
    assertThat(store.count(IssueQuery.ALL.withChecks(Set.of("none")))).isZero();
  }

  @Test
  void regionsNarrowDown() {
    Issue here = insert(issue("a").resource(r -> r.withRegion(Region.of("eu-west-1"))));
    Issue there = insert(issue("b").resource(r -> r.withRegion(Region.of("us-east-1"))));
    IssueQuery west = IssueQuery.ALL.withRegions(Set.of(Region.of("eu-west-1")));

    assertThat(found(west)).containsExactly(here);
    assertThat(found(west.withResource("b"))).isEmpty();
    assertThat(found(IssueQuery.ALL.withRegions(Set.of(Region.of("us-east-1"), Region.GLOBAL))))
        .containsExactly(there);
  }

  @Test
  void chroniclesHaveProofAndHistory() {
    List<Chronicle> expected = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Issue issue = insert(issue("bucket-%03d".formatted(i)));
      expected.add(new Chronicle(issue, store.proof(issue.key()), store.history(issue.key())));
    }
    List<Chronicle> chronicles = new ArrayList<>();

    store.chronicles(chronicles::add);

    assertThat(chronicles).isEqualTo(expected);
    assertThat(chronicles)
        .allSatisfy(
            chronicle -> {
              assertThat(chronicle.proof()).isPresent();
              assertThat(chronicle.history()).hasSize(1);
            });
  }

  @Test
  void chroniclesAreOfOneVersionThoughTheReceiverWrites() {
    for (String id : List.of("a", "b", "c")) {
      insert(issue(id));
    }

    store.chronicles(
        chronicle -> {
          assertThat(chronicle.history()).hasSize((int) chronicle.issue().version());
          assertThat(chronicle.proof()).contains(Changes.proof(chronicle.issue()));
          Issue last = store.issues(List.of(issue("c").build().key())).getFirst();
          change(last, IssueBuilder.after(last).summary("written meanwhile").build());
        });

    assertThat(texts(issue("c").build().key())).hasSize(4);
  }

  @Test
  void aChangedStatusIsFoundUnderTheNewOne() {
    Issue open = insert(issue("a"));
    Issue resolved = change(open, IssueBuilder.after(open).resolved(LATER).build());

    assertThat(withStatuses(Status.OPEN)).isEmpty();
    assertThat(withStatuses(Status.RESOLVED)).containsExactly(resolved);
  }

  @Test
  void checksAndAccountsNarrowDownTogether() {
    Issue a1 = insert(issue("x").check("a"));
    Issue a2 = insert(issue("x").check("a").account("222222222222"));
    Issue b1 = insert(issue("x").check("b"));
    Issue b2 = insert(issue("x").check("b").account("222222222222").resolved(LATER));

    assertThat(found(IssueQuery.ALL.withChecks(Set.of("a")))).containsExactly(a1, a2);
    assertThat(found(IssueQuery.ALL.withChecks(Set.of("a", "b", "c"))))
        .containsExactly(a1, a2, b1, b2);
    assertThat(found(IssueQuery.ALL.withAccounts(Set.of(OTHER)))).containsExactly(a2, b2);
    assertThat(found(IssueQuery.ALL.withChecks(Set.of("b")).withAccounts(Set.of(OTHER))))
        .containsExactly(b2);
    assertThat(
            found(
                IssueQuery.ALL
                    .withChecks(Set.of("b"))
                    .withAccounts(Set.of(OTHER))
                    .withStatuses(Set.of(Status.OPEN))))
        .isEmpty();
    assertThat(found(IssueQuery.ALL.withChecks(Set.of("c")))).isEmpty();
  }

  @Test
  void aResourceIsFoundByIdArnAndAliasExactly() {
    Issue queue =
        insert(
            issue("https://sqs.eu-west-1.amazonaws.com/111111111111/jobs")
                .check("sqs_public_access")
                .resource(
                    r ->
                        r.withArn("arn:aws:sqs:eu-west-1:111111111111:jobs")
                            .withName("jobs")
                            .withAliases(List.of("vpc-1:jobs", "sqs.jobs"))));
    insert(issue("other"));

    for (String name :
        List.of(
            "https://sqs.eu-west-1.amazonaws.com/111111111111/jobs",
            "arn:aws:sqs:eu-west-1:111111111111:jobs",
            "vpc-1:jobs",
            "sqs.jobs")) {
      assertThat(found(IssueQuery.ALL.withResource(name))).as(name).containsExactly(queue);
    }
    for (String name :
        List.of("jobs", "vpc-1:job", "VPC-1:JOBS", "vpc-1:job%", "vpc*", "vpc-1_jobs")) {
      assertThat(found(IssueQuery.ALL.withResource(name))).as(name).isEmpty();
    }
  }

  @Test
  void aResourceMayHaveSeveralIssuesAndOneNameSeveralResources() {
    Issue acl = insert(issue("bucket").resource(r -> r.withArn("bucket")));
    Issue policy = insert(issue("bucket").check("s3_bucket_policy").resolved(LATER));
    Issue called = insert(issue("sg-1").check("z").resource(r -> r.withAliases(List.of("bucket"))));

    assertThat(found(IssueQuery.ALL.withResource("bucket"))).containsExactly(acl, policy, called);
    assertThat(
            found(
                IssueQuery.ALL
                    .withResource("bucket")
                    .withStatuses(Set.of(Status.OPEN))
                    .withChecks(Set.of("z"))))
        .containsExactly(called);
  }

  @Test
  void newNamesReplaceTheOld() {
    Issue before = insert(issue("a").resource(r -> r.withAliases(List.of("old", "kept"))));
    Issue after =
        change(
            before,
            IssueBuilder.after(before)
                .resource(r -> r.withAliases(List.of("kept", "new")))
                .build());

    assertThat(found(IssueQuery.ALL.withResource("old"))).isEmpty();
    assertThat(found(IssueQuery.ALL.withResource("kept"))).containsExactly(after);
    assertThat(found(IssueQuery.ALL.withResource("new"))).containsExactly(after);
  }

  @Test
  void aQueryIsNeverPartOfTheStatement() {
    Issue issue = insert(issue("a"));
    for (String text : HostileText.ids()) {
      assertThat(found(IssueQuery.ALL.withResource(text))).isEmpty();
      assertThat(found(IssueQuery.ALL.withChecks(Set.of(text)))).isEmpty();
      assertThat(store.byRef(text, 10)).isEmpty();
      assertThat(store.scan(text)).isEmpty();
    }
    assertThat(found(IssueQuery.ALL)).containsExactly(issue);
  }

  @Test
  void thousandsOfIssuesAreStreamed() {
    List<Issue> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(
          issue("bucket-%05d".formatted(i))
              .status(i % 2 == 0 ? Status.OPEN : Status.CLOSED)
              .build());
    }
    for (int i = 0; i < MANY; i += AT_ONCE) {
      List<Change> changes = all.subList(i, i + AT_ONCE).stream().map(Changes::born).toList();
      assertThat(store.apply(Optional.empty(), changes)).isEqualTo(APPLIED);
    }

    assertThat(found(IssueQuery.ALL)).isEqualTo(all);
    assertThat(withStatuses(Status.OPEN))
        .isEqualTo(all.stream().filter(issue -> issue.status() == Status.OPEN).toList());
  }

  @Test
  void theReceiverMayUseTheStore() {
    for (String id : List.of("a", "b", "c")) {
      insert(issue(id));
    }

    store.query(
        IssueQuery.ALL,
        issue -> {
          assertThat(texts(issue.key())).containsExactly("found");
          change(issue, IssueBuilder.after(issue).summary("touched").build());
        });

    assertThat(found(IssueQuery.ALL))
        .hasSize(3)
        .allSatisfy(issue -> assertThat(issue.finding().summary()).isEqualTo("touched"));
  }

  @Test
  void aReceiverThatFailsEndsTheQueryAndHarmsNothing() {
    Issue a = insert(issue("a"));
    Issue b = insert(issue("b"));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                store.query(
                    IssueQuery.ALL,
                    issue -> {
                      throw new ArithmeticException("broken receiver");
                    }));

    assertThat(found(IssueQuery.ALL)).containsExactly(a, b);
    change(a, IssueBuilder.after(a).build());
  }

  @Test
  void refsAreFoundByTheirBeginning() {
    List<Issue> all =
        IntStream.range(0, 200)
            .mapToObj(i -> insert(issue("bucket-" + i)))
            .sorted(Comparator.comparing(Issue::ref))
            .toList();
    Issue some = all.get(77);

    assertThat(store.byRef(some.ref().text(), 5)).containsExactly(some);
    assertThat(store.byRef(some.ref().shown(), 5)).containsExactly(some);
    String first = some.ref().text().substring(0, 1);
    assertThat(store.byRef(first, 1_000))
        .containsExactlyElementsOf(
            all.stream().filter(issue -> issue.ref().text().startsWith(first)).toList());
    assertThat(store.byRef("", 3)).hasSize(3);
    assertThat(store.byRef(some.ref().text(), 0)).isEmpty();
    assertThat(store.byRef(some.ref() + "0", 5)).isEmpty();
  }

  private List<Issue> withStatuses(Status... statuses) {
    return found(IssueQuery.ALL.withStatuses(Set.of(statuses)));
  }
}
