package dev.hammer.testing.stub;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a service calls its page token in a request and an answer, its page size, and the flag that
 * says there is more.
 */
record PageNames(String tokenIn, String tokenOut, String sizeIn, Optional<String> flag) {
  private static final PageNames USUAL = tokens("NextToken", "NextToken", "MaxResults");
  private static final PageNames MARKER = tokens("Marker", "Marker", "MaxRecords");

  private static final Map<String, PageNames> BY_SERVICE =
      Map.ofEntries(
          Map.entry("ec2", tokens("NextToken", "nextToken", "MaxResults")),
          Map.entry("iam", tokens("Marker", "Marker", "MaxItems").withFlag("IsTruncated")),
          Map.entry("rds", MARKER),
          Map.entry("redshift", MARKER),
          Map.entry("ecs", tokens("nextToken", "nextToken", "maxResults")),
          Map.entry("kms", tokens("Marker", "NextMarker", "Limit").withFlag("Truncated")),
          Map.entry("lambda", tokens("Marker", "NextMarker", "MaxItems")),
          Map.entry("s3", tokens("continuation-token", "ContinuationToken", "max-buckets")));

  /** Services that give a token only to those who named a page size. */
  private static final Set<String> TOKEN_ONLY_WITH_SIZE = Set.of("sqs");

  static PageNames of(String service) {
    return BY_SERVICE.getOrDefault(service, USUAL);
  }

  static boolean tokenNeedsSize(String service) {
    return TOKEN_ONLY_WITH_SIZE.contains(service);
  }

  Set<String> inRequest() {
    return Set.of(tokenIn, sizeIn);
  }

  private static PageNames tokens(String tokenIn, String tokenOut, String sizeIn) {
    return new PageNames(tokenIn, tokenOut, sizeIn, Optional.empty());
  }

  private PageNames withFlag(String name) {
    return new PageNames(tokenIn, tokenOut, sizeIn, Optional.of(name));
  }
}
