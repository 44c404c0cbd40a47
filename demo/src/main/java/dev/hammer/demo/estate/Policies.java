package dev.hammer.demo.estate;

/** Resource policies as people write them: the careless ones and the sound ones. */
final class Policies {
  private Policies() {}

  static String everyone(String bucket) {
    return allow(bucket, "\"*\"", "s3:GetObject", "");
  }

  static String everyoneInAList(String bucket) {
    return allow(bucket, "{\"AWS\": [\"*\"]}", "s3:GetObject", "");
  }

  /** Excluding one account leaves the rest of the world. */
  static String everyoneElse(String bucket) {
    var condition = "{\"StringNotEquals\": {\"aws:PrincipalAccount\": \"444455556666\"}}";
    return allow(bucket, "\"*\"", "s3:GetObject", condition);
  }

  static String halfTheAddresses(String bucket) {
    var condition = "{\"IpAddress\": {\"aws:SourceIp\": [\"0.0.0.0/1\"]}}";
    return allow(bucket, "\"*\"", "s3:PutObject", condition);
  }

  static String organization(String bucket, String id) {
    var condition = "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"" + id + "\"}}";
    return allow(bucket, "\"*\"", "s3:GetObject", condition);
  }

  static String vpcEndpoint(String bucket) {
    var condition = "{\"StringEquals\": {\"aws:SourceVpce\": \"vpce-0a1b2c3d4e5f60718\"}}";
    return allow(bucket, "\"*\"", "s3:GetObject", condition);
  }

  static String namedAccount(String bucket) {
    var principal = "{\"AWS\": \"arn:aws:iam::" + Company.PROD.id() + ":root\"}";
    return allow(bucket, principal, "s3:GetObject", "");
  }

  static String cloudFront(String bucket) {
    var distribution = "arn:aws:cloudfront::" + Company.PROD.id() + ":distribution/E2ACMEDEMO0WEB";
    return allow(
        bucket,
        "{\"Service\": \"cloudfront.amazonaws.com\"}",
        "s3:GetObject",
        "{\"StringEquals\": {\"aws:SourceArn\": \"" + distribution + "\"}}");
  }

  static String cloudTrail(String bucket, String trailArn) {
    return allow(
        bucket,
        "{\"Service\": \"cloudtrail.amazonaws.com\"}",
        "s3:PutObject",
        "{\"StringEquals\": {\"aws:SourceArn\": \"" + trailArn + "\"}}");
  }

  static String secureTransport(String bucket) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "OnlyEncryptedConnections",
          "Effect": "Deny",
          "Principal": "*",
          "Action": "s3:*",
          "Resource": ["arn:aws:s3:::%1$s", "arn:aws:s3:::%1$s/*"],
          "Condition": {"Bool": {"aws:SecureTransport": "false"}}
        }
      ]
    }
    """
        .formatted(bucket);
  }

  private static String allow(String bucket, String principal, String action, String condition) {
    return statement(principal, action, "arn:aws:s3:::" + bucket + "/*", condition);
  }

  /** Anyone may send; with a condition, only through what it names. */
  static String sendTo(String queueArn, String condition) {
    return statement("\"*\"", "sqs:SendMessage", queueArn, condition);
  }

  /** One account may send. */
  static String sendFrom(String account, String queueArn) {
    var principal = "{\"AWS\": \"arn:aws:iam::" + account + ":root\"}";
    return statement(principal, "sqs:SendMessage", queueArn, "");
  }

  private static String statement(
      String principal, String action, String resource, String condition) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": %s,
          "Action": "%s",
          "Resource": "%s"%s
        }
      ]
    }
    """
        .formatted(
            principal,
            action,
            resource,
            condition.isEmpty() ? "" : ",\n      \"Condition\": " + condition);
  }
}
