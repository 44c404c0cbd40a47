package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rates that AWS publishes, as of mid 2026, for the calls made here and their neighbours. All
 * are per account, and per region where the service has regions.
 *
 * <ul>
 *   <li>EC2: <a
 *       href="https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html">Request
 *       throttling for the Amazon EC2 API</a>; one bucket for each API that only describes. A list
 *       asked for without filter and page size has a smaller one, but none is here.
 *   <li>STS: <a
 *       href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and
 *       AWS STS quotas</a>; shared, charged to whoever calls.
 *   <li>CloudTrail: <a
 *       href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">Quotas
 *       in AWS CloudTrail</a>; what gets, describes and lists shares one.
 *   <li>Organizations: <a
 *       href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Quotas
 *       and service limits for AWS Organizations</a>.
 *   <li>KMS: <a
 *       href="https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html">Request
 *       quotas</a>.
 * </ul>
 *
 * <p>A quota that is given as so many a second, without the size of a bucket, is taken as a bucket
 * of one second. IAM, S3, SQS and RDS publish none.
 */
final class PublishedRates {
  private static final PublishedRate EC2_DESCRIBE = new PublishedRate("", 100, 20, false);

  private static final PublishedRate STS = new PublishedRate("all", 600, 600, false);

  private static final Map<String, PublishedRate> BY_CALL = byCall();

  private PublishedRates() {}

  /** The bucket of a call, if AWS publishes one. */
  static Optional<PublishedRate> of(ApiCall call) {
    return switch (call.service()) {
      case "sts" -> Optional.of(STS);
      case "ec2" -> ec2(call.operation());
      default -> Optional.ofNullable(BY_CALL.get(call.service() + ":" + call.operation()));
    };
  }

  private static Optional<PublishedRate> ec2(String operation) {
    return switch (operation) {
      case "DescribeSecurityGroupReferences", "DescribeStaleSecurityGroups" ->
          Optional.of(new PublishedRate(operation, 20, 5, false));
      default ->
          operation.startsWith("Describe") || operation.startsWith("Get")
              ? Optional.of(EC2_DESCRIBE.named(operation))
              : Optional.empty();
    };
  }

  private static Map<String, PublishedRate> byCall() {
    Map<String, PublishedRate> rates = new HashMap<>();
    for (String operation :
        new String[] {
          "DescribeTrails", "ListTrails", "GetTrail", "GetTrailStatus", "GetEventSelectors"
        }) {
      rates.put("cloudtrail:" + operation, new PublishedRate("reads", 10, 10, false));
    }
    rates.put("cloudtrail:LookupEvents", new PublishedRate("LookupEvents", 2, 2, false));
    organizations(rates, "ListAccounts", 12, 8);
    organizations(rates, "DescribeAccount", 30, 20);
    organizations(rates, "ListAccountsForParent", 8, 5);
    organizations(rates, "ListParents", 8, 5);
    organizations(rates, "ListRoots", 2, 1);
    organizations(rates, "DescribeOrganization", 2, 1);
    organizations(rates, "ListTagsForResource", 15, 10);
    organizations(rates, "ListPolicies", 8, 5);
    kms(rates, "DescribeKey", 2000);
    kms(rates, "GetKeyPolicy", 1000);
    kms(rates, "GetKeyRotationStatus", 1000);
    kms(rates, "ListKeys", 500);
    kms(rates, "ListAliases", 500);
    return Map.copyOf(rates);
  }

  private static void organizations(
      Map<String, PublishedRate> rates, String operation, double size, double perSecond) {
    rates.put("organizations:" + operation, new PublishedRate(operation, size, perSecond, true));
  }

  private static void kms(Map<String, PublishedRate> rates, String operation, double perSecond) {
    rates.put("kms:" + operation, new PublishedRate(operation, perSecond, perSecond, false));
  }
}
