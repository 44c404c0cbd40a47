package dev.hammer.checks.rds;

import dev.hammer.aws.AwsScope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;

/** What all resources of RDS have in common: client, page size, names, tags. */
final class Rds {
  /** The most that the Describe calls give at once. */
  static final int PAGE = 100;

  private Rds() {}

  static RdsClient client(AwsScope scope) {
    return scope.client(RdsClient.class, RdsClient::builder);
  }

  static String arn(AwsScope scope, String kind, String identifier) {
    return String.join(
        ":",
        "arn",
        scope.partition(),
        "rds",
        scope.region().name(),
        scope.account().id(),
        kind,
        identifier);
  }

  /** Instances and clusters may share identifiers: only the ARN tells one from the other. */
  static ResourceRef ref(
      AwsScope scope, String type, Family family, String arn, String identifier) {
    return ResourceRef.of(type, arn, scope.account(), scope.region())
        .withArn(arn)
        .withName(identifier)
        .withAliases(List.of(identifier))
        .withParent(family.parent());
  }

  /** Tags come with every listing of RDS. */
  static Facet<Tags> tags(List<Tag> listed) {
    TreeMap<String, String> tags = new TreeMap<>();
    listed.forEach(tag -> tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    return Facet.known("tags", new Tags(tags), Tags::toValue);
  }

  /** The product that runs an engine, such as Neptune, which RDS lists among its own. */
  static String productOf(String engine) {
    return switch (engine) {
      case "neptune" -> "Neptune";
      case "docdb" -> "DocumentDB";
      default -> engine.startsWith("aurora") ? "Aurora" : "RDS";
    };
  }
}
