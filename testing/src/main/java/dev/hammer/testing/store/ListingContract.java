package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.SliceTally;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Issues come in the order that is asked for, and are counted slice by slice. */
abstract class ListingContract extends OpenStore {
  private static final Instant LATER = Instant.parse("2026-03-02T00:00:00Z");
  private static final AccountId OTHER = AccountId.of("222222222222");

  @Test
  void issuesAreTalliedBySliceAndSeverity() {
    Issue a = insert(issue("a").severity(Severity.LOW));
    insert(issue("b").severity(Severity.HIGH));
    insert(issue("c").severity(Severity.LOW).resolved(LATER).account("222222222222"));
    Slice elsewhere = new Slice(OTHER, a.slice().region(), a.slice().check());
    assertThat(tallies(IssueQuery.ALL))
        .containsExactly(new SliceTally(a.slice(), 2), new SliceTally(elsewhere, 1));
    assertThat(store.severities(IssueQuery.ALL))
        .isEqualTo(Map.of(Severity.LOW, 2L, Severity.HIGH, 1L));

    Issue changed = change(a, IssueBuilder.after(a).severity(Severity.CRITICAL).build());
    IssueQuery low = IssueQuery.ALL.withSeverities(Set.of(Severity.LOW, Severity.CRITICAL));
    assertThat(tallies(low))
        .containsExactly(new SliceTally(a.slice(), 1), new SliceTally(elsewhere, 1));
    assertThat(store.severities(low)).isEqualTo(Map.of(Severity.LOW, 1L, Severity.CRITICAL, 1L));
    assertThat(store.severities(low.withResource("a"))).isEqualTo(Map.of(Severity.CRITICAL, 1L));

    change(changed, IssueBuilder.after(changed).resolved(LATER).build());
    assertThat(tallies(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)).withResource("a")))
        .isEmpty();
    assertThat(tallies(IssueQuery.ALL.withStatuses(Set.of(Status.RESOLVED))))
        .extracting(SliceTally::issues)
        .containsExactly(1L, 1L);
  }

  @Test
  void whatIssuesAreOfIsToldIfAtAll() {
    store.places().ifPresent(places -> assertThat(places.accounts()).isEmpty());
    Issue a = insert(issue("a").account("222222222222").check("z_check"));
    Issue b = insert(issue("b").resource(r -> r.withRegion(Region.of("us-east-1"))));

    store
        .places()
        .ifPresent(
            places -> {
              assertThat(places.accounts()).containsExactly(b.key().account(), OTHER);
              assertThat(places.checks()).containsExactly(b.key().check(), "z_check");
              assertThat(places.regions())
                  .containsExactly(a.resource().region(), b.resource().region());
            });
  }

  @Test
  void anOrderIsThatOfItsStepsAndThenOfTheKeys() {
    List<Issue> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          insert(
              issue("r-%02d".formatted(i * 7 % 40))
                  .check(i % 3 == 0 ? "a_check" : "b_check")
                  .account(i % 4 == 0 ? "222222222222" : "111111111111")
                  .severity(List.of(Severity.values()).get(i % 5))
                  .status(i % 6 == 0 ? Status.CLOSED : Status.OPEN)
                  .resource(
                      i % 2 == 0 ? UnaryOperator.identity() : r -> r.withRegion(Region.of("eu-a")))
                  .identified(
                      i % 8 == 5 ? Timestamps.UNKNOWN : IssueBuilder.FOUND.minusSeconds(i % 8))));
    }
    Map<AccountId, String> names = Map.of(OTHER, "a name");
    for (String sort :
        List.of(
            "severity age",
            "-severity -age",
            "age",
            "changed",
            "-changed check",
            "changed -age",
            "check",
            "-account age",
            "region severity",
            "age account",
            "resource",
            "-ref",
            "account -region check resource")) {
      IssueOrder order =
          new IssueOrder(
              Arrays.stream(sort.split(" ", -1))
                  .map(word -> IssueOrder.Step.parse(word).orElseThrow())
                  .toList(),
              names);
      for (IssueQuery query :
          List.of(IssueQuery.ALL, IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)))) {
        List<Issue> expected =
            all.stream().filter(query::selects).sorted(order.comparator()).toList();
        for (int limit : List.of(1, 7, 100)) {
          List<Issue> first = new ArrayList<>();
          store.query(query, order, limit, first::add);
          assertThat(first)
              .as("%s, %s", sort, query)
              .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
        }
      }
    }
  }

  private List<SliceTally> tallies(IssueQuery query) {
    List<SliceTally> tallies = new ArrayList<>();
    store.tally(query, tallies::add);
    return tallies;
  }
}
