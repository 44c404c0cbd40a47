package dev.hammer.checks.s3;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;

/**
 * Tries the calls that tell about buckets, on buckets of the account only: S3 says "no such bucket"
 * to everybody, whatever they are allowed.
 */
public final class S3Probes {
  public static final ServiceProbes ALL = new ServiceProbes("s3", Scope.GLOBAL, S3Probes::in);

  /** The policy of a bucket may refuse, too; that of several hardly does. */
  private static final int FEW = 3;

  private static final String BUCKET = "bucket";

  private S3Probes() {}

  private static List<Probe> in(Prober prober) {
    BucketReader reader = new BucketReader(prober.scope(), BucketReader::client);
    Sample<Bucket> buckets = prober.sample(S3Calls.LIST_BUCKETS, () -> reader.first(FEW));
    return List.of(
        prober.probe(S3Calls.LIST_BUCKETS, buckets),
        prober.reading(S3Calls.GET_ACL, buckets, BUCKET, Bucket::acl),
        prober.reading(S3Calls.GET_OWNERSHIP, buckets, BUCKET, Bucket::ownership),
        prober.reading(S3Calls.GET_POLICY, buckets, BUCKET, Bucket::policy),
        prober.reading(S3Calls.GET_POLICY_STATUS, buckets, BUCKET, Bucket::policyStatus),
        prober.reading(S3Calls.GET_ENCRYPTION, buckets, BUCKET, Bucket::encryption),
        prober.reading(S3Calls.GET_BUCKET_BLOCK, buckets, BUCKET, Bucket::block),
        prober.reading(S3Calls.GET_TAGGING, buckets, BUCKET, Bucket::tags),
        prober.reading(S3Calls.GET_ACCOUNT_BLOCK, () -> AccountGuard.of(prober.scope())));
  }
}
