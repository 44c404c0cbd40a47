package dev.hammer.app.config;

import dev.hammer.app.config.Document.Outside;
import dev.hammer.core.resource.Region;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the section {@code aws}. */
final class AwsReader {
  private static final int USUAL_MINUTES = 60;

  private AwsReader() {}

  static AwsSection read(Document document, ConfigSources sources) {
    return new AwsSection(
        document.value("aws.accounts", Kinds.NAMED_ACCOUNTS, new TreeMap<>()),
        document.optional("aws.regions", Kinds.REGIONS),
        document.optional("aws.role_name_identification", Kinds.ROLE),
        document.optional("aws.role_name_reporting", Kinds.ROLE),
        document.secret("aws.external_id", Kinds.EXTERNAL_ID),
        Duration.ofMinutes(
            document.value("aws.session_minutes", Kinds.whole("minutes", 15, 720), USUAL_MINUTES)),
        document.optional("aws.main_account_id", Kinds.ACCOUNT),
        document.optional("aws.region", Kinds.REGION, homeRegion(sources)),
        document.optional("aws.s3_backup_bucket", Kinds.BUCKET),
        document.optional("aws.organization_id", Kinds.ORGANIZATION),
        organizations(document));
  }

  private static OrganizationsSection organizations(Document document) {
    return new OrganizationsSection(
        document.value("aws.organizations.enabled", Kinds.FLAG, false),
        document.value("aws.organizations.include", Kinds.ACCOUNT_RULES, List.of()),
        document.value("aws.organizations.exclude", Kinds.ACCOUNT_PATTERNS, List.of()),
        document.value("aws.organizations.tags", Kinds.TAG_VALUES, new TreeMap<>()));
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
