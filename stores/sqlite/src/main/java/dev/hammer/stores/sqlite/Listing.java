package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueOrder.Step;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The statement that lists what a query finds. Few issues are found through their tallies and
 * sorted; many are read in the order of an index until there are enough. So no statement reads very
 * many issues for a few, whatever the query and the order.
 *
 * @param cells what issues there are
 * @param accounts the ids of all accounts in their order, as one text
 */
record Listing(IssueQuery query, IssueOrder order, List<Cell> cells, String accounts) {
  /**
   * How many issues are few. Of a million, every hundredth issue is wanted if these are, so that a
   * page of fifty is found among some thousand entries of an index.
   */
  static final int FEW = 10_000;

  /** Where nobody wrote down when an issue was found. */
  private static final String UNFOUND =
      "identified = '" + SqlInstant.encode(Timestamps.UNKNOWN) + "'";

  private static final String LIMIT = " LIMIT ?";
  private static final String OF_CELL =
      "issues.account = tallies.account AND issues.unit_region = tallies.unit_region"
          + " AND issues.check_id = tallies.check_id AND issues.status = tallies.status"
          + " AND issues.severity = tallies.severity AND issues.region = tallies.region";

  /** What a statement lists. */
  enum Part {
    ALL,
    /** Those of which is known when they were found. */
    KNOWN,
    UNKNOWN
  }

  /** The statements, one after the other. Of unknown age is last, where the index has it first. */
  List<Part> parts() {
    return isLookedUp() && first().filter(IssueOrder.Key.AGE::equals).isPresent()
        ? List.of(Part.KNOWN, Part.UNKNOWN)
        : List.of(Part.ALL);
  }

  Sql sql(Part part, long limit) {
    if (!query.resource().isEmpty()) {
      return named(limit);
    }
    if (isFew()) {
      return few(limit);
    }
    return isLookedUp() ? many(part, limit) : sorted(limit);
  }

  private boolean isFew() {
    return cells.stream().mapToLong(Cell::issues).sum() <= FEW;
  }

  /** Whether an index has the order: not that of names, nor that of ages below another. */
  private boolean isLookedUp() {
    return query.resource().isEmpty()
        && !isFew()
        && order.steps().stream().noneMatch(step -> isByName(step.key()))
        && order.steps().stream().skip(1).noneMatch(step -> step.key() == IssueOrder.Key.AGE);
  }

  private Optional<IssueOrder.Key> first() {
    return order.steps().stream().map(Step::key).findFirst();
  }

  /** A name has few issues; a status may have all of them, so CROSS JOIN keeps the order. */
  private Sql named(long limit) {
    Conditions conditions = Conditions.of(query);
    String where = conditions.where("issues.");
    Sql sql =
        Sql.of(
            "SELECT issues.* FROM names CROSS JOIN issues ON issues.id = names.issue"
                + (where.isEmpty() ? " WHERE" : where + " AND")
                + " names.name = ?"
                + orderBy("issues.", true)
                + LIMIT);
    conditions.bind(sql);
    return end(sql.text(query.resource()), limit);
  }

  private Sql few(long limit) {
    Conditions conditions = Conditions.of(query);
    Sql sql =
        Sql.of(
            "SELECT issues.* FROM tallies CROSS JOIN issues INDEXED BY issues_by_slice ON "
                + OF_CELL
                + conditions.where("tallies.")
                + orderBy("issues.", true)
                + LIMIT);
    conditions.bind(sql);
    return end(sql, limit);
  }

  /** One part for each status or more, each in the order of the index; SQLite merges them. */
  private Sql many(Part part, long limit) {
    Optional<IssueOrder.Key> first = first();
    String index =
        switch (first.orElse(IssueOrder.Key.CHECK)) {
          case SEVERITY, AGE -> "issues_by_severity";
          case CHANGED -> "issues_by_change";
          case RESOURCE -> "issues_by_resource";
          case REF -> "issues_by_ref";
          case CHECK, ACCOUNT, REGION -> "issues_by_status";
        };
    List<Conditions> conditions =
        first.filter(IssueOrder.Key.REF::equals).isPresent()
            ? List.of(Conditions.of(query))
            : conditions(first.filter(IssueOrder.Key.AGE::equals).isPresent());
    String age =
        switch (part) {
          case ALL -> "";
          case KNOWN -> " AND NOT " + UNFOUND;
          case UNKNOWN -> " AND " + UNFOUND;
        };
    Sql sql =
        Sql.of(
            conditions.stream()
                    .map(each -> "SELECT * FROM issues INDEXED BY " + index + each.where("") + age)
                    .collect(Collectors.joining(" UNION ALL "))
                + orderBy("", part == Part.ALL)
                + LIMIT);
    conditions.forEach(each -> each.bind(sql));
    return end(sql, limit);
  }

  private List<Conditions> conditions(boolean bySeverity) {
    List<Conditions> parts = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    for (Cell cell : cells) {
      if (bySeverity || seen.add(cell.status().word())) {
        parts.add(Conditions.of(query, cell, bySeverity));
      }
    }
    return parts;
  }

  /** In an order that no index has: the ids are sorted, on disk if need be, before the rest. */
  private Sql sorted(long limit) {
    Conditions conditions = Conditions.of(query);
    Sql sql =
        Sql.of(
            "SELECT issues.* FROM (SELECT id AS found FROM issues"
                + conditions.where("")
                + orderBy("", true)
                + LIMIT
                + ") CROSS JOIN issues ON issues.id = found");
    conditions.bind(sql);
    return end(sql, limit);
  }

  /** Accounts are ordered by where they stand in a text that has them all. */
  private Sql end(Sql sql, long limit) {
    for (Step step : order.steps()) {
      if (isByName(step.key())) {
        sql.text(accounts);
      }
    }
    return sql.number(limit);
  }

  private boolean isByName(IssueOrder.Key key) {
    return key == IssueOrder.Key.ACCOUNT && !order.accountNames().isEmpty();
  }

  private String orderBy(String table, boolean isMixed) {
    List<String> terms = new ArrayList<>();
    for (Step step : order.steps()) {
      boolean isDown =
          step.reversed()
              != (step.key() == IssueOrder.Key.SEVERITY || step.key() == IssueOrder.Key.CHANGED);
      if (isMixed && step.key() == IssueOrder.Key.AGE) {
        terms.add(table + UNFOUND);
      }
      terms.add(term(step.key(), table) + (isDown ? " DESC" : ""));
    }
    for (String column : List.of("check_id", "account", "issue_id")) {
      terms.add(table + column);
    }
    return " ORDER BY " + String.join(", ", terms);
  }

  private String term(IssueOrder.Key key, String table) {
    return switch (key) {
      case SEVERITY -> table + "severity";
      case AGE -> table + "identified";
      case CHANGED -> table + "updated";
      case CHECK -> table + "check_id";
      case ACCOUNT -> isByName(key) ? "instr(?, " + table + "account)" : table + "account";
      case REGION -> table + "region";
      case RESOURCE -> table + "resource_id";
      case REF -> table + "ref";
    };
  }
}
