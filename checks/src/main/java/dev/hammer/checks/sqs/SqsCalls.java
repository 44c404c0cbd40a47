package dev.hammer.checks.sqs;

import dev.hammer.core.reading.ApiCall;

/** The calls that tell about queues. */
final class SqsCalls {
  static final ApiCall LIST_QUEUES = ApiCall.of("sqs", "ListQueues");
  static final ApiCall GET_ATTRIBUTES = ApiCall.of("sqs", "GetQueueAttributes");
  static final ApiCall LIST_TAGS = ApiCall.of("sqs", "ListQueueTags");

  private SqsCalls() {}
}
