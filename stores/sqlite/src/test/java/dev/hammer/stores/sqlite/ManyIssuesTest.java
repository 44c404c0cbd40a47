package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.SliceTally;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Pages of a store with so many issues that reading them all would be seen: SQLite counts the steps
 * of its own machine, which are the same on every computer. Age runs against severity and check
 * against age, so that no index has what is wanted in front by luck.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManyIssuesTest {
  private static final int ISSUES = 60_000;
  private static final int PAGE = 50;

  /** Reading each issue once takes some ten times as many. */
  private static final int STEPS = 400_000;

  private static final int AT_ONCE = 1_000;

  private final List<Issue> all = new ArrayList<>();

  private Connection connection;

  @BeforeAll
  void fillStore(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("hammer.db");
    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      store.apply(Optional.empty(), List.of(Changes.born(IssueBuilder.issue("a").build())));
    }
    connection = new SQLiteConfig().createConnection(new StoreFile(file).url());
    Transaction.execute(connection, multiply());
    IssueReads.all().each(connection, IssueRows::issue, all::add);
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  /** More rows like the first: of 40 accounts, 12 checks, 10 regions, two statuses. */
  private String multiply() throws SQLException {
    List<String> columns =
        Sql.of("PRAGMA table_info(issues)").list(connection, row -> row.text("name"));
    Map<String, String> made =
        Map.of(
            "id", "NULL",
            "account", "printf('%012d', 100000000000 + n % 40)",
            "check_id", "printf('check_%02d', n * 12 / " + (ISSUES + 1) + ")",
            "unit_region", "'region-' || (n / 40 % 10)",
            "region", "'region-' || (n / 40 % 10)",
            "issue_id", "'resource-' || n",
            "resource_id", "'resource-' || n",
            "ref", "printf('%012d', n * 7919 % 1000003)",
            "severity", "10 + 10 * (n * 5 / " + (ISSUES + 1) + ")",
            "status", "CASE WHEN n % 5 = 0 THEN 'resolved' ELSE 'open' END");
    String values =
        String.join(
            ", ",
            columns.stream()
                .map(
                    column ->
                        switch (column) {
                          case "identified", "updated" ->
                              "strftime('%Y-%m-%dT%H:%M:%S.000000000Z', (n % 1000 > 0) * (1700000000 + n),"
                                  + " 'unixepoch')";
                          default -> made.getOrDefault(column, "issues." + column);
                        })
                .toList());
    return "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
        + ISSUES
        + ") INSERT INTO issues ("
        + String.join(", ", columns)
        + ") SELECT "
        + values
        + " FROM numbers CROSS JOIN (SELECT * FROM issues LIMIT 1) AS issues";
  }

  @ParameterizedTest
  @CsvSource({
    "severity age, '', '', '', '', ''",
    "severity age, open, '', '', '', ''",
    "severity age, open, low, '', '', ''",
    "severity age, open, info, '', '', ''",
    "severity age, open, '', check_00, '', ''",
    "severity age, open, '', check_11, '', ''",
    "severity age, open, '', 'check_00,check_05', '', ''",
    "severity age, open, '', '', 100000000007, ''",
    "severity age, open, '', '', '', region-3",
    "severity age, resolved, critical, check_11, 100000000005, region-3",
    "severity age, open, critical, check_11, '', ''",
    "age, '', '', '', '', ''",
    "age, open, '', check_11, '', ''",
    "-age, open, '', check_00, '', ''",
    "changed, open, '', check_00, '', ''",
    "-changed, '', '', '', '', ''",
    "check, open, '', '', '', ''",
    "-check, open, critical, '', '', ''",
    "account, open, '', '', '', ''",
    "region, open, high, '', '', ''",
    "resource, '', '', '', '', ''",
    "resource, open, '', check_11, '', ''",
    "-region account -age, open, '', '', '', ''",
  })
  void aPageReadsFewIssues(
      String sort, String status, String severity, String check, String account, String region)
      throws SQLException {
    IssueQuery query =
        IssueQuery.ALL
            .withStatuses(some(status, word -> Status.parse(word)))
            .withSeverities(some(severity, word -> Severity.parse(word).orElseThrow()))
            .withChecks(some(check, word -> word))
            .withAccounts(some(account, AccountId::of))
            .withRegions(some(region, Region::of));
    IssueOrder order = order(sort);
    List<Issue> page = new ArrayList<>();

    long steps = steps(() -> Walk.through(connection, query, order, PAGE, page::add));

    assertThat(page).hasSizeBetween(1, PAGE);
    assertThat(steps).isLessThan(STEPS);
    assertThat(page)
        .isEqualTo(
            all.stream().filter(query::selects).sorted(order.comparator()).limit(PAGE).toList());
  }

  @Test
  void countsReadNoIssue() throws SQLException {
    List<SliceTally> tallies = new ArrayList<>();

    long steps =
        steps(
            () -> {
              Tallies.bySlice(connection, IssueQuery.ALL, tallies::add);
              assertThat(Tallies.count(connection, IssueQuery.ALL)).isEqualTo(ISSUES + 1);
            });

    assertThat(tallies.stream().mapToLong(SliceTally::issues).sum()).isEqualTo(ISSUES + 1);
    assertThat(steps).isLessThan(STEPS);
    assertThat(Tallies.wrong(connection)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check_11"})
  void aPageInTheOrderOfRefsReadsFewIssues(String check) throws SQLException {
    List<String> refs = new ArrayList<>();
    IssueQuery query =
        IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)).withChecks(some(check, word -> word));
    List<Cell> cells = Tallies.cells(connection, query);

    long steps =
        steps(
            () ->
                new Listing(query, order("ref"), cells, "")
                    .sql(Listing.Part.ALL, PAGE)
                    .each(connection, row -> row.text("ref"), refs::add));

    assertThat(refs).hasSize(PAGE).isSorted();
    assertThat(steps).isLessThan(STEPS);
  }

  @Test
  void readingAllIsSeen() throws SQLException {
    assertThat(steps(() -> IssueReads.all().each(connection, IssueRows::issue, issue -> {})))
        .isGreaterThan(STEPS);
  }

  private static IssueOrder order(String sort) {
    return new IssueOrder(
        Arrays.stream(sort.split(" ", -1))
            .map(word -> IssueOrder.Step.parse(word).orElseThrow())
            .toList(),
        Map.of(AccountId.of("100000000007"), "zz", AccountId.of("100000000009"), "aa"));
  }

  private static <T> Set<T> some(String words, Function<String, T> meaning) {
    return words.isEmpty()
        ? Set.of()
        : Set.copyOf(Arrays.stream(words.split(",", -1)).map(meaning).toList());
  }

  /** Something that asks the store. */
  @FunctionalInterface
  private interface Asking {
    void ask() throws SQLException;
  }

  private long steps(Asking asking) throws SQLException {
    long[] steps = {0};
    ProgressHandler.setHandler(
        connection,
        AT_ONCE,
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps[0] += AT_ONCE;
            return 0;
          }
        });
    try {
      asking.ask();
    } finally {
      ProgressHandler.clearHandler(connection);
    }
    return steps[0];
  }
}
