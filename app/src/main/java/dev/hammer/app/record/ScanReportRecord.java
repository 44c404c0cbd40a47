package dev.hammer.app.record;

import dev.hammer.app.config.AcceptedGap;
import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.Gaps;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Count;
import dev.hammer.app.scan.NotCovered;
import dev.hammer.app.scan.OrganizationFailure;
import dev.hammer.app.scan.Remedies;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.Share;
import dev.hammer.app.scan.Target;
import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finished scan as every door shows it to machines. */
public final class ScanReportRecord {
  private ScanReportRecord() {}

  /**
   * The public form of a report.
   *
   * @param issues makes records of the issues that are new or back
   */
  public static Value.Fields of(
      ScanReport report, IssueRecord issues, Books books, AwsSection aws, Instant now) {
    return Value.fields()
        .put("schema", "hammer/scan/1")
        .put("generated_at", Value.of(now))
        .put("scan", scan(report.scan()))
        .put("scope", scope(report))
        .put("coverage", CoverageRecord.of(report.coverage(), Optional.of(report.scan().id())))
        .put("counts", counts(report.counts()))
        .put("whitelisted", report.whitelisted())
        .put("whitelist_unproved", report.unproved())
        .put(
            "units_unread",
            report
                .plan()
                .roster()
                .unitsUnread()
                .map(why -> Value.text(OrganizationFailure.text(why)))
                .orElse(Value.absent()))
        .put("changed", report.changed())
        .put("resources", report.resources())
        .put(
            "processes",
            Value.items(report.shares().stream().map(ScanReportRecord::share).toList()))
        .put("requests", report.requests())
        .put("throttled", report.throttled())
        .put("waited_seconds", report.waited().toSeconds())
        .put("items", Value.items(report.news().stream().map(issues::of).toList()))
        .put(
            "not_covered",
            Value.items(
                report.notCovered().stream()
                    .map(
                        gap -> gap(gap, books, report.plan().settingsOf(gap.unit().account(), aws)))
                    .toList()))
        .put(
            "left_out",
            Value.items(
                report.plan().roster().leftOut().stream().map(AccountsRecord::item).toList()))
        .put("accepted_gaps", acceptedGaps(report.plan().acceptedGaps()))
        .put("organization", AccountsRecord.organization(report.plan().roster()))
        .build();
  }

  private static Value.Fields scan(Scan scan) {
    return Value.fields()
        .put("id", scan.id())
        .put("started", Value.of(scan.started()))
        .put("ended", Value.instant(scan.ended()))
        .put("outcome", scan.outcome().word())
        .put("whole", scan.whole())
        .put("identity", scan.identity())
        .put("config_hash", scan.configHash())
        .build();
  }

  private static Value.Fields share(Share share) {
    return Value.fields()
        .put("host", share.host())
        .put("process", share.process())
        .put("own", share.own())
        .put("units", share.units())
        .put("resources", share.resources())
        .build();
  }

  private static Value.Fields scope(ScanReport report) {
    List<String> accounts =
        report.plan().targets().keySet().stream().map(Target::account).map(a -> a.id()).toList();
    return Value.fields()
        .put("accounts", Value.texts(accounts))
        .put("regions", Value.texts(report.plan().regions().stream().map(Region::name).toList()))
        .put("checks", Value.texts(report.plan().checks()))
        .build();
  }

  private static Value.Fields counts(Map<Severity, Count> counts) {
    Value.Builder fields = Value.fields();
    counts.forEach((severity, count) -> fields.put(severity.word(), count(count)));
    return fields.build();
  }

  private static Value.Fields count(Count count) {
    return Value.fields()
        .put("open", count.open())
        .put("new", count.fresh())
        .put("back", count.back())
        .put("resolved", count.resolved())
        .build();
  }

  /** One item for each gap, with the number of units it leaves out. */
  private static Value acceptedGaps(List<Gaps.Left> left) {
    Map<AcceptedGap, Integer> units = new LinkedHashMap<>();
    left.forEach(one -> units.merge(one.gap(), 1, Integer::sum));
    return Value.items(
        units.entrySet().stream()
            .map(
                entry ->
                    Value.fields()
                        .put("account", entry.getKey().account())
                        .put("region", Value.text(entry.getKey().region()))
                        .put("service", Value.text(entry.getKey().service()))
                        .put("reason", entry.getKey().reason())
                        .put("expires", Value.instant(entry.getKey().expires()))
                        .put("units", entry.getValue())
                        .build())
            .toList());
  }

  private static Value.Fields gap(NotCovered gap, Books books, AwsSection settings) {
    return Value.fields()
        .put("account_id", gap.unit().account().id())
        .put("account_name", books.accountName(gap.unit().account()))
        .put("region", IssueRecord.region(gap.unit().region()))
        .put("service", gap.unit().service())
        .put("extent", gap.whole() ? "unit" : "resources")
        .put("reason", gap.reason())
        .put("action", Value.text(Remedies.action(gap.why())))
        .put("detail", gap.why().detail())
        .put("remedy", Remedies.of(gap.why(), settings))
        .build();
  }
}
