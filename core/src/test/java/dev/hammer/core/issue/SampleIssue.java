package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an issue of which only what matters is said. */
public final class SampleIssue {
  public static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

  private String check = "secgrp_unrestricted_access";
  private ResourceRef resource =
      ResourceRef.of(
          "AWS::EC2::SecurityGroup",
          "sg-0a1b2c3d",
          AccountId.of("111111111111"),
          Region.of("eu-west-1"));
  private Optional<String> storedAs = Optional.empty();
  private Tags tags = Tags.NONE;
  private Status status = Status.OPEN;
  private Severity severity = Severity.HIGH;
  private Value.Fields details = Value.fields().put("port", 22).build();
  private boolean latent;
  private Timestamps timestamps = new Timestamps(BEGIN, BEGIN, Optional.empty());
  private Instant observedAt = BEGIN;
  private int life = 1;
  private Optional<String> whitelistId = Optional.empty();
  private EventKind event = EventKind.FOUND;
  private Reporting reporting = Reporting.NONE;
  private long version = 1;

  private SampleIssue() {}

  public static SampleIssue issue() {
    return new SampleIssue();
  }

  /** A moment, in minutes from the beginning of time. */
  public static Instant at(long minute) {
    return BEGIN.plus(Duration.ofMinutes(minute));
  }

  public SampleIssue check(String id) {
    check = id;
    return this;
  }

  public SampleIssue resource(ResourceRef ref) {
    resource = ref;
    return this;
  }

  /** The issue id, where it is not the id of the resource. */
  public SampleIssue storedAs(String id) {
    storedAs = Optional.of(id);
    return this;
  }

  public SampleIssue tags(Map<String, String> values) {
    tags = Tags.of(values);
    return this;
  }

  public SampleIssue status(Status value) {
    status = value;
    return this;
  }

  public SampleIssue severity(Severity value) {
    severity = value;
    return this;
  }

  public SampleIssue details(Value.Fields value) {
    details = value;
    return this;
  }

  public SampleIssue latent(boolean value) {
    latent = value;
    return this;
  }

  public SampleIssue timestamps(Instant identified, Instant updated, Optional<Instant> resolved) {
    timestamps = new Timestamps(identified, updated, resolved);
    return this;
  }

  public SampleIssue observedAt(Instant value) {
    observedAt = value;
    return this;
  }

  public SampleIssue life(int value) {
    life = value;
    return this;
  }

  public SampleIssue whitelistedBy(String entry) {
    status = Status.WHITELISTED;
    whitelistId = Optional.of(entry);
    return this;
  }

  public SampleIssue event(EventKind value) {
    event = value;
    return this;
  }

  public SampleIssue reporting(Reporting value) {
    reporting = value;
    return this;
  }

  public SampleIssue version(long value) {
    version = value;
    return this;
  }

  public Issue build() {
    return new Issue(
        new IssueKey(check, resource.account(), storedAs.orElse(resource.id())),
        resource.region(),
        resource,
        tags,
        status,
        new Finding(severity, "tcp 22 open", "attached", details, latent, List.of()),
        timestamps,
        observedAt,
        life,
        whitelistId,
        event,
        timestamps.updated(),
        Optional.of("s-00000000"),
        reporting,
        version);
  }
}
