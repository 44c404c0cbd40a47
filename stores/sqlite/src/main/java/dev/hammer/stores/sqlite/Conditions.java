package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a query demands of the columns that issues and tallies have in common. The name of a
 * resource is none of them.
 */
final class Conditions {
  /** Longer lists are handed over as one value: a statement takes only so many. */
  private static final int LISTED = 100;

  private final List<String> texts = new ArrayList<>();
  private final List<Consumer<Sql>> values = new ArrayList<>();

  private Conditions() {}

  static Conditions of(IssueQuery query) {
    return new Conditions()
        .anyOf("status", query.statuses().stream().map(Status::word).toList())
        .anyOfRanks(query)
        .ofCells(query);
  }

  /** Those of status and severity, which one part of a statement has, and all others. */
  static Conditions of(IssueQuery query, Cell cell, boolean isOfSeverity) {
    Conditions conditions = new Conditions().is("status", cell.status().word());
    if (isOfSeverity) {
      int rank = IssueRows.rank(cell.severity());
      conditions.add("severity = ?", sql -> sql.number(rank));
    } else {
      conditions.anyOfRanks(query);
    }
    return conditions.ofCells(query);
  }

  /** The text after {@code WHERE}, with the word itself; empty if nothing is demanded. */
  String where(String table) {
    return texts.isEmpty()
        ? ""
        : texts.stream()
            .map(text -> table + text)
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  void bind(Sql sql) {
    values.forEach(value -> value.accept(sql));
  }

  private Conditions ofCells(IssueQuery query) {
    return anyOf("check_id", query.checks())
        .anyOf("account", query.accounts().stream().map(AccountId::id).toList())
        .anyOf("region", query.regions().stream().map(Region::name).toList());
  }

  private Conditions anyOfRanks(IssueQuery query) {
    List<Integer> ranks = query.severities().stream().map(IssueRows::rank).sorted().toList();
    if (!ranks.isEmpty()) {
      add(
          "severity IN (" + Sql.places(ranks.size()) + ")",
          sql -> ranks.forEach(rank -> sql.number(rank)));
    }
    return this;
  }

  private Conditions anyOf(String column, Collection<String> wanted) {
    Collection<String> sorted = new TreeSet<>(wanted);
    if (sorted.size() == 1) {
      return is(column, sorted.iterator().next());
    }
    if (sorted.size() > LISTED) {
      return add(column + " IN (SELECT value FROM json_each(?))", sql -> sql.list(sorted));
    }
    return sorted.isEmpty()
        ? this
        : add(column + " IN (" + Sql.places(sorted.size()) + ")", sql -> sql.texts(sorted));
  }

  private Conditions is(String column, String value) {
    return add(column + " = ?", sql -> sql.text(value));
  }

  private Conditions add(String text, Consumer<Sql> value) {
    texts.add(text);
    values.add(value);
    return this;
  }
}
