package dev.hammer.checks.iam;

import dev.hammer.core.reading.ApiCall;

/** The calls that tell about users and their keys. */
final class IamCalls {
  static final ApiCall LIST_USERS = ApiCall.of("iam", "ListUsers");
  static final ApiCall LIST_KEYS = ApiCall.of("iam", "ListAccessKeys");
  static final ApiCall LAST_USED = ApiCall.of("iam", "GetAccessKeyLastUsed");
  static final ApiCall LIST_TAGS = ApiCall.of("iam", "ListUserTags");

  private IamCalls() {}
}
