package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a look at the buckets of an account: a complete one that saw nothing, unless said. */
final class SeenBuckets {
  static final ApiCall LIST = ApiCall.of("s3", "ListBuckets", "s3:ListAllMyBuckets");
  static final ApiCall GET_ACL = ApiCall.of("s3", "GetBucketAcl");

  private final Instant at;
  private final List<Judged> violations = new ArrayList<>();
  private final Map<String, Instant> compliant = new HashMap<>();
  private final List<Undecided> undecided = new ArrayList<>();
  private Slice slice = SliceBuilder.BUCKETS;
  private ListingEnd end = new ListingEnd.Complete();
  private Optional<String> only = Optional.empty();

  private SeenBuckets(Instant at) {
    this.at = at;
  }

  static SeenBuckets at(Instant moment) {
    return new SeenBuckets(moment);
  }

  /** Judged by another check. */
  SeenBuckets by(String check) {
    slice = new Slice(slice.account(), slice.region(), check);
    return this;
  }

  SeenBuckets violating(String id) {
    return violating(id, Severity.HIGH);
  }

  SeenBuckets violating(String id, Severity severity) {
    Verdict.Violating verdict =
        Verdict.violating(severity, "open", "everyone may read", Value.Fields.NONE);
    violations.add(
        new Judged(ref(id), at, verdict, Tags.NONE, Value.Fields.NONE, List.of(LIST, GET_ACL)));
    return this;
  }

  SeenBuckets compliant(String id) {
    compliant.put(id, at);
    return this;
  }

  /** A bucket whose ACL was refused. */
  SeenBuckets undecided(String id) {
    undecided.add(
        new Undecided(
            ref(id),
            new ReadFailure(
                GET_ACL,
                ReadFailure.Kind.DENIED,
                "AccessDenied",
                "denied",
                Optional.of("request about " + id))));
    return this;
  }

  SeenBuckets ending(ListingEnd how) {
    end = how;
    return this;
  }

  SeenBuckets only(String name) {
    only = Optional.of(name);
    return this;
  }

  Look look() {
    return new Look(
        slice,
        "s3",
        "s-00000002",
        at,
        at.plusSeconds(1),
        end,
        Absence.GONE,
        violations,
        compliant,
        Map.of(),
        undecided,
        only);
  }

  private static ResourceRef ref(String id) {
    return ResourceRef.of("AWS::S3::Bucket", id, IssueBuilder.ACCOUNT, Region.of("eu-west-1"));
  }
}
