package dev.hammer.checks.s3;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.checks.PolicyFault;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.policy.AccessGrade;
import dev.hammer.policy.Audience;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.ResourceKind;

/** Finds buckets whose policy lets in everyone. */
public final class PublicBucketPolicy implements Check<Bucket> {
  public static final CheckType<Bucket> TYPE =
      new CheckType<>(
          CheckInfo.of(
                  "s3_bucket_policy",
                  "S3 bucket open to everyone by its policy",
                  Severity.CRITICAL,
                  "s3",
                  Bucket.TYPE_NAME)
              .decidedBy(S3Calls.LIST_BUCKETS, S3Calls.GET_POLICY)
              .explainedBy(
                  S3Calls.GET_POLICY_STATUS,
                  S3Calls.GET_BUCKET_BLOCK,
                  S3Calls.GET_ACCOUNT_BLOCK,
                  S3Calls.GET_TAGGING)
              .standingFor("Security Hub S3.2", "Security Hub S3.3")
              .storedIn("s3-public-bucket-policy"),
          BucketReader.TYPE,
          PublicBucketPolicy::new);

  private final CheckContext context;

  private PublicBucketPolicy(CheckContext context) {
    this.context = context;
  }

  @Override
  public CheckInfo info() {
    return TYPE.info();
  }

  @Override
  public Verdict judge(Bucket bucket) {
    ResourcePolicy policy = bucket.policy().get();
    Exposure exposure = policy.exposure(ResourceKind.S3_BUCKET, bucket.ref().account(), context);
    if (!exposure.isPublic()) {
      return Verdict.compliant(exposure.why());
    }
    PolicyFault fault = new PolicyFault(policy, exposure);
    return exposure.verdict() == Audience.PUBLIC_UNCLEAR
        ? unclear(bucket, fault)
        : guarded(bucket, violation(bucket, fault, true));
  }

  /** Where we cannot judge a condition, AWS's own verdict counts. */
  private static Verdict unclear(Bucket bucket, PolicyFault fault) {
    return switch (bucket.policyStatus().reading()) {
      case Reading.Known<Boolean>(Boolean isPublic) when isPublic ->
          guarded(bucket, violation(bucket, fault, true));
      case Reading.Known<Boolean> _ ->
          Verdict.compliant("AWS holds the policy for not public. " + fault.exposure().why());
      case Reading.Unreadable<Boolean>(ReadFailure why) ->
          guarded(bucket, violation(bucket, fault, false).without(why));
    };
  }

  private static Verdict guarded(Bucket bucket, Verdict.Violating violation) {
    return switch (bucket.isBlocked(AccessBlock::restrictPublicBuckets)) {
      case Reading.Known<Boolean>(Boolean restricted) when restricted ->
          violation.latent(
              Severity.LOW,
              "Block Public Access keeps strangers out; lifted, the policy lets them in");
      case Reading.Known<Boolean> _ -> violation;
      case Reading.Unreadable<Boolean>(ReadFailure why) -> violation.without(why);
    };
  }

  private static Verdict.Violating violation(Bucket bucket, PolicyFault fault, boolean certain) {
    AccessGrade access = fault.exposure().publicAccess();
    boolean harmful = access.compareTo(AccessGrade.LIST) > 0;
    return fault.violation(
        harmful ? Severity.CRITICAL : Severity.HIGH,
        harmful
            ? "Strangers can read or change data or permissions"
            : "Strangers can list names or settings, but read and change no data",
        certain,
        bucket.details().build());
  }
}
