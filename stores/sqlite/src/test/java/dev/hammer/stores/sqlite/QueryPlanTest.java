package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  void fewIssuesAreFoundThroughTheirTallies() throws SQLException {
    for (IssueQuery query :
        List.of(
            OPEN,
            IssueQuery.ALL,
            OPEN.withAccounts(Set.of(IssueBuilder.ACCOUNT)).withRegions(Set.of(Region.of("r"))),
            OPEN.withChecks(Set.of("a", "b")).withSeverities(Set.of(Severity.HIGH)))) {
      assertThat(
              plan(
                  new Listing(query, IssueOrder.BY_KEY, cells(Listing.FEW), "")
                      .sql(Listing.Part.ALL, 50)))
          .as(query.toString())
          .contains(
              "SEARCH issues USING INDEX issues_by_slice (account=? AND unit_region=? AND"
                  + " check_id=? AND status=? AND severity=? AND region=?)");
    }
  }

  @Test
  void manyIssuesComeInTheOrderOfAnIndexAndAreNotSorted() throws SQLException {
    IssueQuery check = OPEN.withChecks(Set.of("a"));
    Map<String, Sql> listings = new LinkedHashMap<>();
    listings.put("issues_by_status (status=? AND check_id=?)", many(check));
    listings.put(
        "issues_by_severity (status=? AND severity=?)",
        many(OPEN.withSeverities(Set.of(Severity.HIGH)), IssueOrder.Key.AGE));
    listings.put("issues_by_change (status=?)", many(OPEN, IssueOrder.Key.CHANGED));
    listings.put("issues_by_resource (status=?)", many(OPEN, IssueOrder.Key.RESOURCE));
    for (Map.Entry<String, Sql> listing : listings.entrySet()) {
      assertThat(plan(listing.getValue()))
          .containsExactly("SEARCH issues USING INDEX " + listing.getKey());
    }
    assertThat(plan(many(OPEN, IssueOrder.Key.REF)))
        .contains("SCAN issues USING INDEX issues_by_ref");
  }

  @Test
  void severalStatusesAreMergedAndNotSorted() throws SQLException {
    List<Cell> cells =
        List.of(
            new Cell(Status.OPEN, Severity.HIGH, Listing.FEW),
            new Cell(Status.RESOLVED, Severity.HIGH, Listing.FEW),
            new Cell(Status.RESOLVED, Severity.LOW, Listing.FEW));
    Sql oldest =
        new Listing(IssueQuery.ALL, by(IssueOrder.Key.AGE), cells, "").sql(Listing.Part.KNOWN, 50);

    assertThat(plan(oldest))
        .contains("MERGE (UNION ALL)")
        .contains("SEARCH issues USING INDEX issues_by_severity (status=? AND severity=?)")
        .noneMatch(step -> step.contains("TEMP B-TREE") || step.startsWith("SCAN"));
  }

  @Test
  void namesLeadToTheirIssues() throws SQLException {
    IssueQuery named = IssueQuery.ALL.withResource("logs");
    for (IssueQuery query :
        List.of(named, named.withStatuses(Set.of(Status.OPEN)).withChecks(Set.of("a")))) {
      assertThat(
              plan(new Listing(query, IssueOrder.BY_KEY, List.of(), "").sql(Listing.Part.ALL, 50)))
          .startsWith(
              "SEARCH names USING PRIMARY KEY (name=?)",
              "SEARCH issues USING INTEGER PRIMARY KEY (rowid=?)");
    }
  }

  @Test
  void everythingComesInTheOrderOfTheIndex() throws SQLException {
    assertThat(plan(IssueReads.all()))
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

  private static Sql many(IssueQuery query, IssueOrder.Key... keys) {
    Listing listing = new Listing(query, by(keys), cells(Listing.FEW + 1), "");
    return listing.sql(listing.parts().getFirst(), 50);
  }

  private static IssueOrder by(IssueOrder.Key... keys) {
    return new IssueOrder(Arrays.stream(keys).map(IssueOrder.Step::by).toList(), Map.of());
  }

  private static List<Cell> cells(long issues) {
    return List.of(new Cell(Status.OPEN, Severity.HIGH, issues));
  }

  private List<String> plan(Sql sql) throws SQLException {
    return sql.explained().list(connection, row -> row.text("detail"));
  }
}
