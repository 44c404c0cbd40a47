package dev.hammer.app.judge;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.policy.ResourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a policy can hang on, by the names people give it. */
public final class ResourceTypes {
  private static final Map<String, List<ResourceKind>> BY_SERVICE =
      Map.of(
          "s3", List.of(ResourceKind.S3_BUCKET, ResourceKind.S3_ACCESS_POINT),
          "sqs", List.of(ResourceKind.SQS_QUEUE),
          "sns", List.of(ResourceKind.SNS_TOPIC),
          "kms", List.of(ResourceKind.KMS_KEY),
          "lambda", List.of(ResourceKind.LAMBDA_FUNCTION),
          "ecr", List.of(ResourceKind.ECR_REPOSITORY),
          "secretsmanager", List.of(ResourceKind.SECRET),
          "elasticfilesystem", List.of(ResourceKind.EFS_FILE_SYSTEM),
          "sts", List.of(ResourceKind.ROLE));

  private ResourceTypes() {}

  /**
   * The kind of this CloudFormation name.
   *
   * @throws CommandFailure if there is none
   */
  public static ResourceKind named(String name) {
    return ResourceKind.named(name).orElseThrow(() -> unknown(name));
  }

  /** All names, in their order. */
  public static List<String> names() {
    return Arrays.stream(ResourceKind.values()).map(ResourceKind::typeName).toList();
  }

  /** The kinds whose policies grant actions of this service; the usual one first. */
  static Optional<List<ResourceKind>> of(String service) {
    return Optional.ofNullable(BY_SERVICE.get(service));
  }

  private static CommandFailure unknown(String name) {
    String near = DidYouMean.of(name, names()).map(n -> "; did you mean " + n + "?").orElse("");
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "judge.type",
        "--type: \"" + name + "\" is no type of resource with rules of its own" + near,
        "Valid: " + String.join(", ", names()));
  }
}
