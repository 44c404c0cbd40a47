package dev.hammer.checks.sqs;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * A queue's name and place, of which ARN and URL are spelt. A queue has URLs of several hosts, old
 * and new; the one composed here identifies it, whichever was answered.
 */
record QueueName(String partition, Region region, AccountId account, String name) {
  /** The name at the end of a URL or an ARN, or the name itself. */
  static String lastPartOf(String text) {
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
  }

  String arn() {
    return "arn:" + partition + ":sqs:" + region + ":" + account + ":" + name;
  }

  String url() {
    return "https://sqs." + region + "." + suffix() + path();
  }

  ResourceRef ref(String answeredUrl) {
    return ResourceRef.of(Queue.TYPE_NAME, url(), account, region)
        .withArn(arn())
        .withName(name)
        .withAliases(
            Stream.concat(Stream.of(name, answeredUrl), legacyHosts().map(h -> h + path()))
                .filter(alias -> !alias.equals(url()))
                .toList());
  }

  /** The hosts of the years before regional endpoints had one form, the very first one too. */
  private Stream<String> legacyHosts() {
    String regional = "https://" + region + ".queue." + suffix();
    return region.name().equals("us-east-1")
        ? Stream.of(regional, "https://queue." + suffix())
        : Stream.of(regional);
  }

  private String path() {
    return "/" + account + "/" + name;
  }

  private String suffix() {
    return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region.name()))
        .dnsSuffix();
  }
}
