package dev.hammer.policy;

import java.util.Optional;

/** What a policy hangs on, by its CloudFormation name; some kinds have rules of their own. */
public enum ResourceKind {
  S3_BUCKET("AWS::S3::Bucket", "s3"),
  S3_ACCESS_POINT("AWS::S3::AccessPoint", "s3"),
  SQS_QUEUE("AWS::SQS::Queue", "sqs"),
  SNS_TOPIC("AWS::SNS::Topic", "sns"),
  KMS_KEY("AWS::KMS::Key", "kms"),
  LAMBDA_FUNCTION("AWS::Lambda::Function", "lambda"),
  ECR_REPOSITORY("AWS::ECR::Repository", "ecr"),
  SECRET("AWS::SecretsManager::Secret", "secretsmanager"),
  EFS_FILE_SYSTEM("AWS::EFS::FileSystem", "elasticfilesystem"),
  ROLE("AWS::IAM::Role", "sts"),
  OTHER("other", "");

  private final String typeName;
  private final String service;

  ResourceKind(String typeName, String service) {
    this.typeName = typeName;
    this.service = service;
  }

  /** The name in CloudFormation. */
  public String typeName() {
    return typeName;
  }

  /** The kind of this CloudFormation name, in any case. */
  public static Optional<ResourceKind> named(String typeName) {
    for (ResourceKind kind : values()) {
      if (kind.typeName.equalsIgnoreCase(typeName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The prefix of its actions. */
  String service() {
    return service;
  }

  /**
   * Whether AWS publishes for this kind what it holds for public.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
   *     meaning of "public"</a>
   */
  boolean isS3() {
    return service.equals("s3");
  }
}
