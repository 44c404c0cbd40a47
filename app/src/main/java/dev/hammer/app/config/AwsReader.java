package dev.hammer.app.config;

import dev.hammer.app.config.Document.Outside;
import dev.hammer.core.resource.Region;
import java.time.Duration;
import java.util.Optional;

/** Reads the section {@code aws}. */
final class AwsReader {
  private AwsReader() {}

  static AwsSection read(Document document, ConfigSources sources) {
    return new AwsSection(
        document.value(AwsKeys.ACCOUNTS),
        document.optional(AwsKeys.REGIONS),
        document.optional(AwsKeys.IDENTIFICATION_ROLE),
        document.optional(AwsKeys.REPORTING_ROLE),
        document.optional(AwsKeys.EXTERNAL_ID),
        Duration.ofMinutes(document.value(AwsKeys.SESSION_MINUTES)),
        document.optional(AwsKeys.MAIN_ACCOUNT),
        document.optional(AwsKeys.REGION, homeRegion(sources)),
        document.optional(AwsKeys.BACKUP_BUCKET),
        document.optional(AwsKeys.ORGANIZATION_ID),
        organizations(document),
        document.value(AwsKeys.ACCEPTED_GAPS));
  }

  private static OrganizationsSection organizations(Document document) {
    return new OrganizationsSection(
        document.value(AwsKeys.ORGANIZATIONS),
        document.value(AwsKeys.INCLUDE),
        document.value(AwsKeys.EXCLUDE),
        document.value(AwsKeys.TAGS));
  }

  private static Optional<Outside<Region>> homeRegion(ConfigSources sources) {
    return variable(sources, "AWS_REGION").or(() -> variable(sources, "AWS_DEFAULT_REGION"));
  }

  private static Optional<Outside<Region>> variable(ConfigSources sources, String name) {
    return sources
        .variable(name)
        .map(text -> new Outside<>(text, new Origin.Environment(name), Kinds.ANY_REGION));
  }
}
