package dev.hammer.cli;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store as a scan of two accounts leaves it, and a configuration that names them. */
final class LookedAt {
  static final Instant SCANNED = Instant.parse("2026-11-24T08:06:00Z");
  static final Instant FOUND = Instant.parse("2026-11-22T08:10:00Z");
  static final String SCAN = "s-4h2k9m1q";

  static final Slice GROUPS =
      SliceBuilder.slice("222222222222", "eu-west-1", "secgrp_unrestricted_access");
  static final Slice POLICIES = SliceBuilder.slice("111111111111", "global", "s3_bucket_policy");
  static final Slice ACLS = SliceBuilder.slice("111111111111", "global", "s3_bucket_acl");

  private LookedAt() {}

  /** A shell in which this was scanned: every slice complete but those given otherwise. */
  static Shell in(Shell shell, List<Change> changes, SliceState... others) {
    shell.write(
        "hammer.yaml",
        """
        aws:
          accounts:
            "111111111111": acme-main
            "222222222222": acme-prod
          role_name_identification: hammer-identify
        """);
    List<SliceState> slices = new ArrayList<>(List.of(others));
    for (Slice slice : List.of(GROUPS, POLICIES, ACLS)) {
      if (slices.stream().noneMatch(state -> state.slice().equals(slice))) {
        slices.add(complete(slice));
      }
    }
    Scan scan =
        new Scan(
            SCAN,
            SCANNED,
            Optional.empty(),
            Scan.Outcome.RUNNING,
            true,
            "0".repeat(64),
            "arn:aws:iam::111111111111:user/lea",
            Value.Fields.NONE);
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      store.begin(scan, slices.stream().map(LookedAt::planned).toList());
      store.apply(Optional.empty(), changes);
      slices.forEach(store::record);
      store.end(scan.ended(SCANNED.plusSeconds(51), Scan.Outcome.COMPLETE, Value.Fields.NONE));
    }
    return shell;
  }

  static Shell accepting(Shell shell, WhitelistEntry entry) {
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      store.add(entry);
    }
    return shell;
  }

  /** An accepted ACL. */
  static WhitelistEntry acceptance(String bucket) {
    return new WhitelistEntry(
        "w-3c4v5b6n",
        WhitelistScope.of("s3_bucket_acl", "111111111111", bucket),
        "public web site",
        "lea@example.com",
        Optional.of("SEC-1398"),
        FOUND,
        Optional.of(Instant.parse("2027-02-22T00:00:00Z")),
        WhitelistEntry.STORE);
  }

  static SliceState complete(Slice slice) {
    return SliceBuilder.look(SCANNED)
        .of(slice)
        .service(serviceOf(slice))
        .scan(SCAN)
        .judged(3)
        .build();
  }

  static SliceState denied(Slice slice, ApiCall call, String... unconfirmed) {
    ReadFailure why =
        new ReadFailure(
            call, ReadFailure.Kind.DENIED, "AccessDenied", "denied", Optional.of("req-1"));
    return SliceBuilder.look(SCANNED)
        .of(slice)
        .service(serviceOf(slice))
        .scan(SCAN)
        .failed(why, unconfirmed)
        .build();
  }

  private static SliceState planned(SliceState state) {
    return SliceState.planned(state.slice(), state.service());
  }

  private static String serviceOf(Slice slice) {
    return slice.check().startsWith("s3") ? "s3" : "ec2";
  }

  /** A group that lets everyone in, with its rules as evidence. */
  static Change openGroup() {
    Value.Fields open = rule("tcp", 22, "0.0.0.0/0", "temp access for vendor");
    Value.Fields details =
        Value.fields()
            .put("vpc_id", "vpc-1")
            .put("region", "eu-west-1")
            .put("status", "open_completely")
            .put("perms", Value.items(List.of(open.with("status", Value.text("open_completely")))))
            .build();
    Value.Fields evidence =
        Value.fields()
            .put("name", "web-admin")
            .put(
                "rules",
                Value.items(
                    List.of(
                        open,
                        rule("tcp", 443, "0.0.0.0/0", "site"),
                        rule("tcp", 22, "10.20.0.0/16", "bastion"))))
            .build();
    Issue issue =
        IssueBuilder.issue("sg-0a1b2c3d4e5f60718")
            .in(GROUPS)
            .resource(r -> group(r.id()).withName("web-admin"))
            .tags(Map.of("owner", "team-web", "Name", "web-admin"))
            .finding(
                new Finding(
                    Severity.CRITICAL,
                    "tcp 22 open to 0.0.0.0/0",
                    "lets in the whole internet, and instance i-0c9d8e7f has the public address"
                        + " 203.0.113.10",
                    details,
                    false,
                    List.of()))
            .timestamps(new Timestamps(FOUND, FOUND, Optional.empty()))
            .observedAt(SCANNED)
            .event(EventKind.FOUND, FOUND)
            .eventScan(Optional.of("s-1x2y3z4a"))
            .build();
    return change(issue, evidence, "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces");
  }

  private static ResourceRef group(String id) {
    return ResourceRef.of("AWS::EC2::SecurityGroup", id, GROUPS.account(), Region.of("eu-west-1"))
        .withArn("arn:aws:ec2:eu-west-1:222222222222:security-group/" + id);
  }

  private static Value.Fields rule(String protocol, int port, String cidr, String description) {
    return Value.fields()
        .put("protocol", protocol)
        .put("from_port", port)
        .put("to_port", port)
        .put("cidr", cidr)
        .note("description", Value.text(description))
        .build();
  }

  /** A bucket that anyone may read by its policy. */
  static Change openPolicy(String bucket) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "Deploy", "Effect": "Allow",
           "Principal": {"AWS": "arn:aws:iam::111111111111:role/deploy"},
           "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:PutObjectAcl"],
           "Resource": "arn:aws:s3:::%1$s/*"},
          {"Sid": "PublicRead", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
           "Resource": "arn:aws:s3:::%1$s/*"}]}
        """
            .formatted(bucket);
    Value.Fields details =
        Value.fields()
            .put("policy", policy)
            .put("audience", "public")
            .put("narrowed_by_deny", false)
            .note(
                "public_statements",
                Value.items(
                    List.of(
                        Value.fields()
                            .put("index", 1)
                            .put("sid", "PublicRead")
                            .put("why", "It lets in everyone, without any condition.")
                            .build())))
            .build();
    Issue issue =
        bucket(bucket, POLICIES)
            .finding(
                new Finding(
                    Severity.CRITICAL,
                    "everyone may s3:GetObject",
                    "strangers can read data",
                    details,
                    false,
                    List.of("s3:GetBucketPublicAccessBlock")))
            .build();
    return change(issue, details, "s3:ListBuckets", "s3:GetBucketPolicy");
  }

  /** A bucket with a public grant. */
  static IssueBuilder bucket(String id, Slice slice) {
    return IssueBuilder.issue(id)
        .in(slice)
        .resource(r -> r.withArn("arn:aws:s3:::" + id).withRegion(Region.of("us-east-1")))
        .timestamps(new Timestamps(FOUND, FOUND, Optional.empty()))
        .severity(Severity.HIGH)
        .identified(FOUND.minusSeconds(41 * 86_400))
        .observedAt(SCANNED)
        .event(EventKind.FOUND, FOUND)
        .eventScan(Optional.of("s-1x2y3z4a"));
  }

  static Change change(Issue issue, Value.Fields evidence, String... calls) {
    HistoryEntry entry =
        new HistoryEntry(
            issue.key(),
            issue.eventAt(),
            issue.event(),
            "identification",
            issue.eventScan(),
            issue.finding().summary(),
            Value.Fields.NONE,
            Value.Fields.NONE);
    return new Change(
        Optional.empty(),
        issue,
        Optional.of(entry),
        Optional.of(new Proof(issue.observedAt(), List.of(calls), evidence)));
  }
}
