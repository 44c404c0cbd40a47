package dev.hammer.checks.s3;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Finds buckets whose ACL lets in everyone, or everyone with an AWS account.
 *
 * <p>On AWS the ACL that is read is the one in force: with Block Public Access, or with ACLs
 * switched off, no public grant is shown. So the guards are asked only after a public grant was
 * seen.
 */
public final class PublicBucketAcl implements Check<Bucket> {
  public static final CheckType<Bucket> TYPE =
      new CheckType<>(
          CheckInfo.of(
                  "s3_bucket_acl",
                  "S3 bucket open to strangers by its ACL",
                  Severity.CRITICAL,
                  "s3",
                  Bucket.TYPE_NAME)
              .decidedBy(S3Calls.LIST_BUCKETS, S3Calls.GET_ACL)
              .explainedBy(
                  S3Calls.GET_OWNERSHIP,
                  S3Calls.GET_BUCKET_BLOCK,
                  S3Calls.GET_ACCOUNT_BLOCK,
                  S3Calls.GET_TAGGING)
              .standingFor("Security Hub S3.2", "Security Hub S3.3")
              .storedIn("s3-public-bucket-acl"),
          BucketReader.TYPE,
          _ -> new PublicBucketAcl());

  /** A permission that is not known is feared like the worst. */
  private static final Set<String> READS = Set.of("READ", "READ_ACP");

  private PublicBucketAcl() {}

  @Override
  public CheckInfo info() {
    return TYPE.info();
  }

  @Override
  public Verdict judge(Bucket bucket) {
    SortedMap<PublicGroup, List<String>> open = bucket.acl().get().publicGrants();
    if (open.isEmpty()) {
      return Verdict.compliant("no grant to everyone or to every AWS account");
    }
    Verdict.Violating violation = violation(bucket, open);
    return switch (bucket.ownership().reading()) {
      case Reading.Known<Ownership>(Ownership ownership) when ownership.disablesAcls() ->
          Verdict.compliant("ACLs are switched off (BucketOwnerEnforced)");
      case Reading.Known<Ownership> _ -> guarded(bucket, violation);
      case Reading.Unreadable<Ownership>(ReadFailure why) ->
          guarded(bucket, violation.without(why));
    };
  }

  private static Verdict guarded(Bucket bucket, Verdict.Violating violation) {
    return switch (bucket.isBlocked(AccessBlock::ignorePublicAcls)) {
      case Reading.Known<Boolean>(Boolean ignored) when ignored ->
          violation.latent(
              Severity.LOW,
              "Block Public Access ignores public ACLs; lifted, the grants count again");
      case Reading.Known<Boolean> _ -> violation;
      case Reading.Unreadable<Boolean>(ReadFailure why) -> violation.without(why);
    };
  }

  private static Verdict.Violating violation(
      Bucket bucket, SortedMap<PublicGroup, List<String>> open) {
    Optional<String> change =
        open.values().stream()
            .flatMap(List::stream)
            .filter(permission -> !READS.contains(permission))
            .sorted()
            .findFirst();
    return Verdict.violating(
        change.isPresent() ? Severity.CRITICAL : Severity.HIGH,
        summary(open),
        change
            .map(permission -> permission + " lets strangers change objects or permissions")
            .orElse("strangers can list names or permissions, but change nothing"),
        details(bucket, open));
  }

  private static String summary(Map<PublicGroup, List<String>> open) {
    return open.entrySet().stream()
        .map(group -> group.getKey().words() + " has " + String.join(", ", group.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static Value.Fields details(Bucket bucket, Map<PublicGroup, List<String>> open) {
    Value.Builder acls = Value.fields();
    open.forEach((group, permissions) -> acls.put(group.groupName(), Value.texts(permissions)));
    return bucket.details().put("public_acls", acls.build()).build();
  }
}
