package dev.hammer.core.issue;

import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.Optional;

/** Makes the next version of an issue; what is not named stays. */
final class IssueEdit {
  private Issue issue;

  IssueEdit(Issue issue) {
    this.issue = issue;
  }

  IssueEdit unitRegion(Region region) {
    issue = copy(issue, region, issue.resource(), issue.tags(), issue.finding());
    return this;
  }

  IssueEdit resource(ResourceRef resource, Tags tags) {
    issue = copy(issue, issue.unitRegion(), resource, tags, issue.finding());
    return this;
  }

  IssueEdit finding(Finding finding) {
    issue = copy(issue, issue.unitRegion(), issue.resource(), issue.tags(), finding);
    return this;
  }

  IssueEdit status(Status status, Optional<String> whitelistId) {
    Issue i = issue;
    issue =
        new Issue(
            i.key(),
            i.unitRegion(),
            i.resource(),
            i.tags(),
            status,
            i.finding(),
            i.timestamps(),
            i.observedAt(),
            i.life(),
            whitelistId,
            i.event(),
            i.eventAt(),
            i.eventScan(),
            i.reporting(),
            i.version());
    return this;
  }

  IssueEdit timestamps(Timestamps timestamps) {
    issue = copy(issue, timestamps, issue.observedAt());
    return this;
  }

  IssueEdit observedAt(Instant observedAt) {
    issue = copy(issue, issue.timestamps(), observedAt);
    return this;
  }

  IssueEdit event(EventKind kind, Instant at, Optional<String> scanId) {
    Issue i = issue;
    issue =
        new Issue(
            i.key(),
            i.unitRegion(),
            i.resource(),
            i.tags(),
            i.status(),
            i.finding(),
            i.timestamps(),
            i.observedAt(),
            i.life(),
            i.whitelistId(),
            kind,
            at,
            scanId,
            i.reporting(),
            i.version());
    return this;
  }

  /** The edited issue, one version on. */
  Issue done() {
    Issue i = issue;
    return new Issue(
        i.key(),
        i.unitRegion(),
        i.resource(),
        i.tags(),
        i.status(),
        i.finding(),
        i.timestamps(),
        i.observedAt(),
        i.life(),
        i.whitelistId(),
        i.event(),
        i.eventAt(),
        i.eventScan(),
        i.reporting(),
        i.version() + 1);
  }

  private static Issue copy(
      Issue i, Region region, ResourceRef resource, Tags tags, Finding finding) {
    return new Issue(
        i.key(),
        region,
        resource,
        tags,
        i.status(),
        finding,
        i.timestamps(),
        i.observedAt(),
        i.life(),
        i.whitelistId(),
        i.event(),
        i.eventAt(),
        i.eventScan(),
        i.reporting(),
        i.version());
  }

  private static Issue copy(Issue i, Timestamps timestamps, Instant observedAt) {
    return new Issue(
        i.key(),
        i.unitRegion(),
        i.resource(),
        i.tags(),
        i.status(),
        i.finding(),
        timestamps,
        observedAt,
        i.life(),
        i.whitelistId(),
        i.event(),
        i.eventAt(),
        i.eventScan(),
        i.reporting(),
        i.version());
  }
}
