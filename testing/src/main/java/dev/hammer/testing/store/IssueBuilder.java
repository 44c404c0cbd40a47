package dev.hammer.testing.store;

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
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Builds an issue: by default a public bucket of account 111111111111, found open and critical at
 * {@link #FOUND}. What is not named stays.
 */
public final class IssueBuilder {
  public static final AccountId ACCOUNT = AccountId.of("111111111111");
  public static final String CHECK = "s3_bucket_acl";
  public static final Instant FOUND = Instant.parse("2026-03-01T10:00:00.123456789Z");

  private String check;
  private Region unitRegion;
  private ResourceRef resource;
  private Optional<String> storedAs;
  private Tags tags;
  private Status status;
  private Finding finding;
  private Timestamps timestamps;
  private Instant observedAt;
  private int life;
  private Optional<String> whitelistId;
  private EventKind event;
  private Instant eventAt;
  private Optional<String> eventScan;
  private Reporting reporting;
  private long version;

  private IssueBuilder(Issue issue) {
    check = issue.key().check();
    unitRegion = issue.unitRegion();
    resource = issue.resource();
    storedAs = Optional.of(issue.key().issueId()).filter(id -> !id.equals(resource.id()));
    tags = issue.tags();
    status = issue.status();
    finding = issue.finding();
    timestamps = issue.timestamps();
    observedAt = issue.observedAt();
    life = issue.life();
    whitelistId = issue.whitelistId();
    event = issue.event();
    eventAt = issue.eventAt();
    eventScan = issue.eventScan();
    reporting = issue.reporting();
    version = issue.version();
  }

  /** A new issue about the resource of that id, as it is after its first write. */
  public static IssueBuilder issue(String id) {
    ResourceRef bucket = ResourceRef.of("AWS::S3::Bucket", id, ACCOUNT, Region.of("eu-west-1"));
    Finding open =
        new Finding(
            Severity.CRITICAL,
            "everyone may list " + id,
            "the ACL grants READ to everyone",
            Value.fields().put("grantee", "everyone").build(),
            false,
            List.of());
    return from(
        new Issue(
            new IssueKey(CHECK, ACCOUNT, id),
            Region.GLOBAL,
            bucket,
            Tags.NONE,
            Status.OPEN,
            open,
            new Timestamps(FOUND, FOUND, Optional.empty()),
            FOUND,
            1,
            Optional.empty(),
            EventKind.FOUND,
            FOUND,
            Optional.of("s-00000001"),
            Reporting.NONE,
            1));
  }

  /** The issue with its version as it is. */
  public static IssueBuilder from(Issue issue) {
    return new IssueBuilder(issue);
  }

  /** What may become of a stored issue: one version on. */
  public static IssueBuilder after(Issue issue) {
    return from(issue).version(issue.version() + 1);
  }

  public IssueBuilder check(String id) {
    check = id;
    return this;
  }

  public IssueBuilder account(String id) {
    return resource(
        old ->
            new ResourceRef(
                old.type(),
                old.id(),
                AccountId.of(id),
                old.region(),
                old.arn(),
                old.name(),
                old.aliases(),
                old.parent()));
  }

  /** The region of the unit that finds it. */
  public IssueBuilder unitRegion(Region region) {
    unitRegion = region;
    return this;
  }

  /** Finds and lives in the slice; the resource's region only if the slice has a real one. */
  public IssueBuilder in(Slice slice) {
    check(slice.check()).account(slice.account().id()).unitRegion(slice.region());
    return slice.region().isReal() ? resource(r -> r.withRegion(slice.region())) : this;
  }

  public IssueBuilder resource(UnaryOperator<ResourceRef> edit) {
    resource = edit.apply(resource);
    return this;
  }

  /** The issue id, where it is another spelling than the id of the resource. */
  public IssueBuilder storedAs(String id) {
    storedAs = Optional.of(id);
    return this;
  }

  public IssueBuilder tags(Map<String, String> values) {
    tags = Tags.of(values);
    return this;
  }

  public IssueBuilder status(Status word) {
    status = word;
    return this;
  }

  public IssueBuilder severity(Severity how) {
    return finding(
        new Finding(
            how,
            finding.summary(),
            finding.reason(),
            finding.details(),
            finding.latent(),
            finding.contextUnread()));
  }

  public IssueBuilder summary(String text) {
    return finding(
        new Finding(
            finding.severity(),
            text,
            finding.reason(),
            finding.details(),
            finding.latent(),
            finding.contextUnread()));
  }

  public IssueBuilder details(Value.Fields details) {
    return finding(
        new Finding(
            finding.severity(),
            finding.summary(),
            finding.reason(),
            details,
            finding.latent(),
            finding.contextUnread()));
  }

  public IssueBuilder finding(Finding what) {
    finding = what;
    return this;
  }

  public IssueBuilder timestamps(Timestamps moments) {
    timestamps = moments;
    return this;
  }

  public IssueBuilder identified(Instant at) {
    return timestamps(new Timestamps(at, timestamps.updated(), timestamps.resolved()));
  }

  public IssueBuilder resolved(Instant at) {
    return status(Status.RESOLVED)
        .timestamps(new Timestamps(timestamps.identified(), at, Optional.of(at)))
        .event(EventKind.RESOLVED, at);
  }

  public IssueBuilder observedAt(Instant at) {
    observedAt = at;
    return this;
  }

  public IssueBuilder life(int number) {
    life = number;
    return this;
  }

  public IssueBuilder whitelisted(String entry) {
    whitelistId = Optional.of(entry);
    return status(Status.WHITELISTED);
  }

  public IssueBuilder event(EventKind kind, Instant at) {
    event = kind;
    eventAt = at;
    return this;
  }

  public IssueBuilder eventScan(Optional<String> scanId) {
    eventScan = scanId;
    return this;
  }

  public IssueBuilder reporting(Reporting what) {
    reporting = what;
    return this;
  }

  public IssueBuilder version(long number) {
    version = number;
    return this;
  }

  public Issue build() {
    return new Issue(
        new IssueKey(check, resource.account(), storedAs.orElse(resource.id())),
        unitRegion,
        resource,
        tags,
        status,
        finding,
        timestamps,
        observedAt,
        life,
        whitelistId,
        event,
        eventAt,
        eventScan,
        reporting,
        version);
  }
}
