package dev.hammer.core.issue;

import static dev.hammer.core.issue.SampleIssue.at;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds a look at the security groups of one region that began and read at one moment. */
final class SampleLook {
  static final AccountId ACCOUNT = AccountId.of("111111111111");
  static final Slice SLICE =
      new Slice(ACCOUNT, Region.of("eu-west-1"), "secgrp_unrestricted_access");
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeSecurityGroups");
  static final ReadFailure DENIED = ReadFailure.of(LIST, ReadFailure.Kind.DENIED, "access denied");

  private final Instant began;
  private Instant readAt;
  private final List<Judged> violations = new ArrayList<>();
  private final Map<String, Instant> compliant = new TreeMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<Undecided> undecided = new ArrayList<>();
  private ListingEnd end = new ListingEnd.Complete();
  private Absence absence = Absence.GONE;
  private Optional<String> only = Optional.empty();

  private SampleLook(Instant began) {
    this.began = began;
    this.readAt = began;
  }

  /** A complete look that began and read in the given minute. */
  static SampleLook look(long minute) {
    return new SampleLook(at(minute));
  }

  static ResourceRef group(String id) {
    return ResourceRef.of("AWS::EC2::SecurityGroup", id, ACCOUNT, SLICE.region());
  }

  static Value.Fields port(long number) {
    return Value.fields().put("port", number).build();
  }

  static Verdict.Violating verdict(Severity severity, Value.Fields details) {
    return Verdict.violating(severity, "tcp 22 open", "attached", details);
  }

  SampleLook readAt(long minute) {
    readAt = at(minute);
    return this;
  }

  SampleLook violating(String id) {
    return violating(id, Severity.HIGH, port(22));
  }

  SampleLook violating(String id, Severity severity, Value.Fields details) {
    return violating(group(id), verdict(severity, details), Tags.NONE);
  }

  SampleLook violating(ResourceRef ref, Verdict.Violating verdict, Tags tags) {
    violations.add(
        new Judged(
            ref, readAt, verdict, tags, Value.fields().put("id", ref.id()).build(), List.of(LIST)));
    return this;
  }

  SampleLook compliant(String id) {
    compliant.put(id, readAt);
    return this;
  }

  SampleLook compliant(ResourceRef ref) {
    ref.aliases().forEach(alias -> aliases.put(alias, ref.id()));
    return compliant(ref.id());
  }

  SampleLook undecided(String id) {
    return undecided(group(id));
  }

  SampleLook undecided(ResourceRef ref) {
    undecided.add(new Undecided(ref, DENIED));
    return this;
  }

  SampleLook broken() {
    end = new ListingEnd.Broken(DENIED);
    return this;
  }

  SampleLook withoutChildrenOf(String parent) {
    end = new ListingEnd.Partial(List.of(new ListingEnd.Gap(parent, DENIED)));
    return this;
  }

  SampleLook filtered() {
    absence = Absence.NO_LONGER_OFFENDING;
    return this;
  }

  SampleLook only(String name) {
    only = Optional.of(name);
    return this;
  }

  Look build() {
    return new Look(
        SLICE,
        "ec2",
        "s-" + began.getEpochSecond(),
        began,
        began.plusSeconds(30),
        end,
        absence,
        List.copyOf(violations),
        Map.copyOf(compliant),
        Map.copyOf(aliases),
        List.copyOf(undecided),
        only);
  }
}
