package dev.hammer.stores.sqlite;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Issues as rows. */
final class IssueRows {
  /** What identification owns, in the order {@link #bindIdentified} binds it. */
  private static final List<String> IDENTIFIED =
      List.of(
          "unit_region",
          "resource_type",
          "resource_id",
          "resource_account",
          "region",
          "arn",
          "name",
          "aliases",
          "parent",
          "tags",
          "status",
          "severity",
          "summary",
          "reason",
          "details",
          "latent",
          "context_unread",
          "identified",
          "updated",
          "resolved",
          "observed_at",
          "life",
          "whitelist_id",
          "event",
          "event_at",
          "event_scan");

  static final String WHERE_KEY = " WHERE check_id = ? AND account = ? AND issue_id = ?";

  /** Then {@link #bindInsert}. */
  static final String INSERT =
      "INSERT INTO issues (check_id, account, issue_id, ref, version, reported, closed, ticket, "
          + String.join(", ", IDENTIFIED)
          + ") VALUES ("
          + Sql.places(IDENTIFIED.size() + 8)
          + ") RETURNING id";

  /** Then {@link #bindIdentified}, the id and the version it rests on. */
  static final String UPDATE =
      "UPDATE issues SET version = version + 1, "
          + IDENTIFIED.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
          + " WHERE id = ? AND version = ?";

  /** Then {@link #bindReporting}, the id and the version it rests on. */
  static final String REPORT =
      "UPDATE issues SET version = version + 1, status = ?, reported = ?, closed = ?, ticket = ?"
          + " WHERE id = ? AND version = ?";

  private IssueRows() {}

  static Sql bindKey(Sql sql, IssueKey key) {
    return sql.text(key.check()).text(key.account().id()).text(key.issueId());
  }

  static Sql bindInsert(Sql sql, Issue issue) {
    return bindInsert(sql, issue, 1);
  }

  /** The same for an issue that was written before, elsewhere. */
  static Sql bindInsert(Sql sql, Issue issue, long version) {
    bindKey(sql, issue.key()).text(issue.ref().text()).number(version);
    bindReporting(sql, issue.reporting());
    return bindIdentified(sql, issue);
  }

  static Sql bindReporting(Sql sql, Reporting reporting) {
    return sql.instant(reporting.reported()).instant(reporting.closed()).json(reporting.ticket());
  }

  static Sql bindIdentified(Sql sql, Issue issue) {
    ResourceRef resource = issue.resource();
    Finding finding = issue.finding();
    return sql.text(issue.unitRegion().name())
        .text(resource.type())
        .text(resource.id())
        .text(resource.account().id())
        .text(resource.region().name())
        .text(resource.arn())
        .text(resource.name())
        .list(resource.aliases())
        .text(resource.parent())
        .json(json(issue.tags()))
        .text(issue.status().word())
        .number(rank(finding.severity()))
        .text(finding.summary())
        .text(finding.reason())
        .json(finding.details())
        .flag(finding.latent())
        .list(finding.contextUnread())
        .instant(issue.timestamps().identified())
        .instant(issue.timestamps().updated())
        .instant(issue.timestamps().resolved())
        .instant(issue.observedAt())
        .number(issue.life())
        .text(issue.whitelistId())
        .text(issue.event().word())
        .instant(issue.eventAt())
        .text(issue.eventScan());
  }

  static IssueKey key(Row row) throws SQLException {
    return new IssueKey(
        row.text("check_id"), row.as("account", AccountId::of), row.text("issue_id"));
  }

  static Issue issue(Row row) throws SQLException {
    return new Issue(
        key(row),
        row.as("unit_region", Region::of),
        resource(row),
        row.as("tags", IssueRows::tags),
        row.as("status", Status::parse),
        finding(row),
        new Timestamps(
            row.instant("identified"), row.instant("updated"), row.optionalInstant("resolved")),
        row.instant("observed_at"),
        (int) row.number("life"),
        row.optional("whitelist_id"),
        row.as("event", EventKind::parse),
        row.instant("event_at"),
        row.optional("event_scan"),
        new Reporting(
            row.optionalInstant("reported"), row.optionalInstant("closed"), row.fields("ticket")),
        row.number("version"));
  }

  private static ResourceRef resource(Row row) throws SQLException {
    return new ResourceRef(
        row.text("resource_type"),
        row.text("resource_id"),
        row.as("resource_account", AccountId::of),
        row.as("region", Region::of),
        row.optional("arn"),
        row.optional("name"),
        row.list("aliases"),
        row.optional("parent"));
  }

  private static Finding finding(Row row) throws SQLException {
    return new Finding(
        row.as("severity", IssueRows::severity),
        row.text("summary"),
        row.text("reason"),
        row.fields("details"),
        row.flag("latent"),
        row.list("context_unread"));
  }

  /** Every value as it is: an empty one is not an absent one. */
  private static Value json(Tags tags) {
    Value.Builder fields = Value.fields();
    tags.values().forEach(fields::put);
    return fields.build();
  }

  private static Tags tags(String json) {
    if (json.equals("{}")) {
      return Tags.NONE;
    }
    SortedMap<String, String> tags = new TreeMap<>();
    for (Value.Field field : ((Value.Fields) JsonText.parseWritten(json)).fields()) {
      tags.put(field.name(), ((Value.Text) field.value()).text());
    }
    return new Tags(tags);
  }

  /** Higher is worse, with room between. */
  static int rank(Severity severity) {
    return switch (severity) {
      case INFO -> 10;
      case LOW -> 20;
      case MEDIUM -> 30;
      case HIGH -> 40;
      case CRITICAL -> 50;
    };
  }

  static Severity severity(String rank) {
    for (Severity severity : Severity.values()) {
      if (rank.equals(Integer.toString(rank(severity)))) {
        return severity;
      }
    }
    throw new IllegalArgumentException("no severity has the rank " + rank);
  }
}
