package dev.hammer.checks.ec2;

import dev.hammer.aws.AwsScope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** What all resources of EC2 have in common: client, page size, ARNs, tags. */
final class Ec2 {
  /** The most that the Describe calls give at once. */
  static final int PAGE = 1000;

  private Ec2() {}

  static Ec2Client client(AwsScope scope) {
    return scope.client(Ec2Client.class, Ec2Client::builder);
  }

  /** A resource of the region by its id, such as {@code volume} and {@code vol-0a1b2c3d}. */
  static ResourceRef ref(AwsScope scope, String type, String kind, String id) {
    return ResourceRef.of(type, id, scope.account(), scope.region())
        .withArn(arn(scope, kind, scope.account().id(), id));
  }

  /** With the name that people gave by tag. */
  static ResourceRef named(ResourceRef ref, Facet<Tags> tags) {
    return ref.withName(tags.get().get("Name").orElse(""));
  }

  /** Snapshots and images have no account in their ARN. */
  static String arn(AwsScope scope, String kind, String owner, String id) {
    return String.join(
        ":", "arn", scope.partition(), "ec2", scope.region().name(), owner, kind + "/" + id);
  }

  /** The id in a name that is an id or an ARN of this region, if its kind is the wanted one. */
  static Optional<String> id(AwsScope scope, String name, String prefix) {
    boolean isArn = name.startsWith("arn:");
    boolean isElsewhere = isArn && !name.contains(":ec2:" + scope.region().name() + ":");
    String id = isArn ? name.substring(name.lastIndexOf('/') + 1) : name;
    return isElsewhere || !id.matches(prefix + "-[0-9a-f]+") ? Optional.empty() : Optional.of(id);
  }

  /** Tags come with every listing of EC2. */
  static Facet<Tags> tags(List<Tag> listed) {
    TreeMap<String, String> tags = new TreeMap<>();
    listed.forEach(tag -> tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    return Facet.known("tags", new Tags(tags), Tags::toValue);
  }
}
