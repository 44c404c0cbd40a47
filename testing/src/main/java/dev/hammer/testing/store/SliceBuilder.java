package dev.hammer.testing.store;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Builds how a slice stands: by default a complete look at the buckets of account 111111111111 that
 * took one second.
 */
public final class SliceBuilder {
  public static final Slice BUCKETS =
      new Slice(IssueBuilder.ACCOUNT, Region.GLOBAL, IssueBuilder.CHECK);

  private Slice slice = BUCKETS;
  private String service = "s3";
  private Optional<String> scanId = Optional.of("s-00000001");
  private Optional<Instant> began;
  private SliceOutcome outcome = SliceOutcome.COMPLETE;
  private List<ReadFailure> failures = List.of();
  private long judged = 2;
  private long unknown;
  private List<String> unconfirmed = List.of();

  private SliceBuilder(Optional<Instant> began) {
    this.began = began;
  }

  /** A look that began then. */
  public static SliceBuilder look(Instant began) {
    return new SliceBuilder(Optional.of(began));
  }

  /** No look yet. */
  public static SliceState planned(Slice slice) {
    return SliceState.planned(slice, "s3");
  }

  public static Slice slice(String account, String region, String check) {
    return new Slice(AccountId.of(account), Region.of(region), check);
  }

  public SliceBuilder of(Slice what) {
    slice = what;
    return this;
  }

  public SliceBuilder service(String name) {
    service = name;
    return this;
  }

  public SliceBuilder scan(String id) {
    scanId = Optional.of(id);
    return this;
  }

  public SliceBuilder judged(long count) {
    judged = count;
    return this;
  }

  /** The listing was denied; these issues could not be confirmed. */
  public SliceBuilder denied(String... issueIds) {
    ApiCall call = ApiCall.of("s3", "ListBuckets", "s3:ListAllMyBuckets");
    return failed(
        new ReadFailure(
            call, ReadFailure.Kind.DENIED, "AccessDenied", "not allowed", Optional.of("req-1")),
        issueIds);
  }

  public SliceBuilder failed(ReadFailure why, String... issueIds) {
    outcome = SliceOutcome.FAILED;
    failures = List.of(why);
    judged = 0;
    unknown = issueIds.length;
    unconfirmed = List.of(issueIds);
    return this;
  }

  public SliceState build() {
    return new SliceState(
        slice,
        service,
        scanId,
        began,
        began.map(at -> at.plus(Duration.ofSeconds(1))),
        outcome,
        failures,
        judged,
        unknown,
        unconfirmed);
  }
}
