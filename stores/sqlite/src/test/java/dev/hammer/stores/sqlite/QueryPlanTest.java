package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** How SQLite goes about our questions: by index, and in order without sorting where it can. */
final class QueryPlanTest {
  private static final IssueQuery OPEN = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN));

  private static final String ISSUE_OF_ENTRY = "SEARCH issues USING INTEGER PRIMARY KEY (rowid=?)";

  @TempDir private Path folder;
  private Connection connection;

  @BeforeEach
  void openStore() throws SQLException {
    Path file = folder.resolve("hammer.db");
    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      store.apply(Optional.empty(), List.of(Changes.born(IssueBuilder.issue("a").build())));
    }
    connection = new SQLiteConfig().createConnection(new StoreFile(file).url());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void liveIssuesOfASliceAreSearched() throws SQLException {
    assertThat(plan(IssueReads.live(SliceBuilder.BUCKETS)))
        .contains(
            "SEARCH issues USING INDEX issues_by_slice"
                + " (account=? AND unit_region=? AND check_id=? AND status=?)")
        .noneMatch(step -> step.startsWith("SCAN"));
  }

  @Test
  void openIssuesAreSearchedAndNotSorted() throws SQLException {
    assertThat(plan(IssueReads.matching(OPEN)))
        .containsExactly("SEARCH issues USING INDEX issues_by_status (status=?)");
  }

  @Test
  void openIssuesOfAScopeAreSearched() throws SQLException {
    IssueQuery accounts = OPEN.withAccounts(Set.of(IssueBuilder.ACCOUNT));
    IssueQuery checks = OPEN.withChecks(Set.of("a", "b"));
    IssueQuery several =
        IssueQuery.ALL.withStatuses(Set.of(Status.OPEN, Status.WHITELISTED, Status.RESOLVED));
    IssueQuery all =
        checks.withAccounts(Set.of(IssueBuilder.ACCOUNT, AccountId.of("222222222222")));

    for (IssueQuery query : List.of(accounts, checks, several, all)) {
      assertThat(plan(IssueReads.matching(query)))
          .as(query.toString())
          .anyMatch(step -> step.startsWith("SEARCH issues USING INDEX"))
          .noneMatch(step -> step.startsWith("SCAN"));
    }
  }

  @Test
  void severitiesOfAnAccountAreSearched() throws SQLException {
    IssueQuery severe =
        OPEN.withAccounts(Set.of(IssueBuilder.ACCOUNT))
            .withSeverities(Set.of(Severity.HIGH, Severity.CRITICAL));

    assertThat(plan(IssueReads.matching(severe)))
        .startsWith(
            "SEARCH issues USING INDEX issues_by_account"
                + " (account=? AND status=? AND severity=?)")
        .noneMatch(step -> step.startsWith("SCAN"));
    assertThat(plan(IssueReads.count(severe)))
        .containsExactly(
            "SEARCH issues USING COVERING INDEX issues_by_account"
                + " (account=? AND status=? AND severity=?)");
    assertThat(plan(IssueReads.count(OPEN)))
        .containsExactly("SEARCH issues USING COVERING INDEX issues_by_status (status=?)");
  }

  @Test
  void checksOrAccountsAreSearched() throws SQLException {
    for (IssueQuery query :
        List.of(
            IssueQuery.ALL.withChecks(Set.of("a")),
            IssueQuery.ALL.withAccounts(Set.of(IssueBuilder.ACCOUNT)))) {
      assertThat(plan(IssueReads.matching(query)))
          .as(query.toString())
          .anyMatch(step -> step.startsWith("SEARCH issues USING INDEX"))
          .noneMatch(step -> step.startsWith("SCAN"));
    }
  }

  @Test
  void namesLeadToTheirIssues() throws SQLException {
    IssueQuery named = IssueQuery.ALL.withResource("logs");
    for (IssueQuery query :
        List.of(named, named.withStatuses(Set.of(Status.OPEN)).withChecks(Set.of("a")))) {
      assertThat(plan(IssueReads.matching(query)))
          .startsWith(
              "SEARCH names USING PRIMARY KEY (name=?)",
              "SEARCH issues USING INTEGER PRIMARY KEY (rowid=?)");
    }
  }

  @Test
  void everythingComesInTheOrderOfTheIndex() throws SQLException {
    assertThat(plan(IssueReads.matching(IssueQuery.ALL)))
        .containsExactly("SCAN issues USING INDEX sqlite_autoindex_issues_1");
  }

  @Test
  void keysRefsHistoryAndScansAreSearched() throws SQLException {
    assertThat(plan(IssueReads.byKey(IssueBuilder.issue("a").build().key())))
        .containsExactly(
            "SEARCH issues USING INDEX sqlite_autoindex_issues_1"
                + " (check_id=? AND account=? AND issue_id=?)");
    assertThat(plan(IssueReads.byRef("abc", 9)))
        .contains("SEARCH issues USING INDEX issues_by_ref (ref>? AND ref<?)");
    assertThat(plan(HistoryRows.select(IssueBuilder.issue("a").build().key())))
        .contains("SEARCH history USING INDEX history_by_issue (issue=?)")
        .noneMatch(step -> step.startsWith("SCAN"));
    assertThat(plan(ScanRows.latest(1))).containsExactly("SCAN scans USING INDEX scans_by_start");
  }

  @Test
  void historyAcrossIssuesComesInTheOrderOfAnIndex() throws SQLException {
    HistoryQuery all = HistoryQuery.ALL;
    Instant then = Instant.EPOCH;
    assertThat(plan(HistoryReads.select(all, "", 100)))
        .containsExactly("SCAN history USING INDEX history_by_time", ISSUE_OF_ENTRY);
    assertThat(plan(HistoryReads.select(all, "2026-03-01T00:00:00Z/7", 100)))
        .containsExactly("SEARCH history USING INDEX history_by_time (at<?)", ISSUE_OF_ENTRY);
    assertThat(plan(HistoryReads.select(all.withSince(then).withBefore(then), "", 100)))
        .containsExactly(
            "SEARCH history USING INDEX history_by_time (at>? AND at<?)", ISSUE_OF_ENTRY);
    assertThat(plan(HistoryReads.select(all.withScan("s-1"), "", 100)))
        .containsExactly("SEARCH history USING INDEX history_by_scan (scan=?)", ISSUE_OF_ENTRY);
    assertThat(plan(HistoryReads.select(all.withActors(Set.of("lea")).withSince(then), "", 100)))
        .containsExactly(
            "SEARCH history USING INDEX history_by_actor (actor=? AND at>?)", ISSUE_OF_ENTRY);
    assertThat(plan(HistoryReads.select(all.withKinds(Set.of(EventKind.BACK)), "", 100)))
        .containsExactly("SEARCH history USING INDEX history_by_kind (kind=?)", ISSUE_OF_ENTRY);
  }

  private List<String> plan(Sql sql) throws SQLException {
    return sql.explained().list(connection, row -> row.text("detail"));
  }
}
