package dev.hammer.checks.cloudtrail;

import dev.hammer.core.reading.ApiCall;

/** The calls that tell about trails. */
final class CloudTrailCalls {
  static final ApiCall DESCRIBE = ApiCall.of("cloudtrail", "DescribeTrails");
  static final ApiCall STATUS = ApiCall.of("cloudtrail", "GetTrailStatus");
  static final ApiCall SELECTORS = ApiCall.of("cloudtrail", "GetEventSelectors");

  private CloudTrailCalls() {}
}
