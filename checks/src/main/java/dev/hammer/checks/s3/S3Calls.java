package dev.hammer.checks.s3;

import dev.hammer.core.reading.ApiCall;

/** The calls that tell about buckets. */
final class S3Calls {
  static final ApiCall LIST_BUCKETS = ApiCall.of("s3", "ListBuckets", "s3:ListAllMyBuckets");
  static final ApiCall GET_ACL = ApiCall.of("s3", "GetBucketAcl");
  static final ApiCall GET_OWNERSHIP = ApiCall.of("s3", "GetBucketOwnershipControls");
  static final ApiCall GET_POLICY = ApiCall.of("s3", "GetBucketPolicy");
  static final ApiCall GET_POLICY_STATUS = ApiCall.of("s3", "GetBucketPolicyStatus");
  static final ApiCall GET_ENCRYPTION =
      ApiCall.of("s3", "GetBucketEncryption", "s3:GetEncryptionConfiguration");
  static final ApiCall GET_BUCKET_BLOCK =
      ApiCall.of("s3", "GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock");
  static final ApiCall GET_ACCOUNT_BLOCK =
      ApiCall.of("s3control", "GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock");
  static final ApiCall GET_TAGGING = ApiCall.of("s3", "GetBucketTagging");

  private S3Calls() {}
}
