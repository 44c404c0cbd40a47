package dev.hammer.app.archive;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.SortedMap;
import java.util.TreeMap;

/** An issue with proof and history as a line of an archive. */
final class IssueLine {
  static final String TYPE = "issue";

  private IssueLine() {}

  static Value.Fields write(Chronicle chronicle) {
    Issue issue = chronicle.issue();
    return Value.fields()
        .put(Line.TYPE, TYPE)
        .put("ref", issue.ref().text())
        .put("check", issue.key().check())
        .put("account", issue.key().account().id())
        .put("issue_id", issue.key().issueId())
        .put("version", issue.version())
        .put("unit_region", issue.unitRegion().name())
        .put("resource", write(issue.resource()))
        .put("tags", write(issue.tags()))
        .put("status", issue.status().word())
        .put("finding", write(issue.finding()))
        .put("identified", Value.of(issue.timestamps().identified()))
        .put("updated", Value.of(issue.timestamps().updated()))
        .put("resolved", Value.instant(issue.timestamps().resolved()))
        .put("observed_at", Value.of(issue.observedAt()))
        .put("life", issue.life())
        .put("whitelist_id", Value.text(issue.whitelistId()))
        .put("event", issue.event().word())
        .put("event_at", Value.of(issue.eventAt()))
        .put("event_scan", Value.text(issue.eventScan()))
        .put("reported", Value.instant(issue.reporting().reported()))
        .put("closed", Value.instant(issue.reporting().closed()))
        .put("ticket", issue.reporting().ticket())
        .put("proof", chronicle.proof().<Value>map(IssueLine::write).orElse(Value.absent()))
        .put("history", Value.items(chronicle.history().stream().map(IssueLine::write).toList()))
        .build();
  }

  static Chronicle read(Line line) {
    IssueKey key =
        new IssueKey(line.text("check"), line.as("account", AccountId::of), line.text("issue_id"));
    Issue issue =
        new Issue(
            key,
            line.as("unit_region", Region::of),
            resource(line.line("resource")),
            tags(line.object("tags")),
            line.as("status", Status::parse),
            finding(line.line("finding")),
            new Timestamps(
                line.instant("identified"),
                line.instant("updated"),
                line.optionalInstant("resolved")),
            line.instant("observed_at"),
            Math.toIntExact(line.number("life")),
            line.optional("whitelist_id"),
            line.as("event", EventKind::parse),
            line.instant("event_at"),
            line.optional("event_scan"),
            new Reporting(
                line.optionalInstant("reported"),
                line.optionalInstant("closed"),
                line.object("ticket")),
            line.number("version"));
    return new Chronicle(
        issue,
        line.optionalLine("proof").map(IssueLine::proof),
        line.lines("history").stream().map(entry -> entry(key, entry)).toList());
  }

  private static Value.Fields write(ResourceRef ref) {
    return Value.fields()
        .put("type", ref.type())
        .put("id", ref.id())
        .put("account", ref.account().id())
        .put("region", ref.region().name())
        .put("arn", Value.text(ref.arn()))
        .put("name", Value.text(ref.name()))
        .put("aliases", Value.texts(ref.aliases()))
        .put("parent", Value.text(ref.parent()))
        .build();
  }

  private static ResourceRef resource(Line line) {
    return new ResourceRef(
        line.text("type"),
        line.text("id"),
        line.as("account", AccountId::of),
        line.as("region", Region::of),
        line.optional("arn"),
        line.optional("name"),
        line.texts("aliases"),
        line.optional("parent"));
  }

  private static Value.Fields write(Tags tags) {
    Value.Builder fields = Value.fields();
    tags.values().forEach(fields::put);
    return fields.build();
  }

  private static Tags tags(Value.Fields fields) {
    Line line = new Line(fields);
    SortedMap<String, String> tags = new TreeMap<>();
    fields.fields().forEach(field -> tags.put(field.name(), line.text(field.name())));
    return new Tags(tags);
  }

  private static Value.Fields write(Finding finding) {
    return Value.fields()
        .put("severity", finding.severity().word())
        .put("summary", finding.summary())
        .put("reason", finding.reason())
        .put("details", finding.details())
        .put("latent", finding.latent())
        .put("context_unread", Value.texts(finding.contextUnread()))
        .build();
  }

  private static Finding finding(Line line) {
    return new Finding(
        line.as("severity", word -> Severity.parse(word).orElseThrow()),
        line.text("summary"),
        line.text("reason"),
        line.object("details"),
        line.flag("latent"),
        line.texts("context_unread"));
  }

  private static Value.Fields write(Proof proof) {
    return Value.fields()
        .put("read_at", Value.of(proof.readAt()))
        .put("calls", Value.texts(proof.calls()))
        .put("evidence", proof.evidence())
        .build();
  }

  private static Proof proof(Line line) {
    return new Proof(line.instant("read_at"), line.texts("calls"), line.object("evidence"));
  }

  private static Value write(HistoryEntry entry) {
    return Value.fields()
        .put("at", Value.of(entry.at()))
        .put("kind", entry.kind().word())
        .put("actor", entry.actor())
        .put("scan", Value.text(entry.scanId()))
        .put("text", entry.text())
        .put("before", entry.before())
        .put("after", entry.after())
        .build();
  }

  private static HistoryEntry entry(IssueKey key, Line line) {
    return new HistoryEntry(
        key,
        line.instant("at"),
        line.as("kind", EventKind::parse),
        line.text("actor"),
        line.optional("scan"),
        line.text("text"),
        line.object("before"),
        line.object("after"));
  }
}
