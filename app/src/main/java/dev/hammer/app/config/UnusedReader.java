package dev.hammer.app.config;

/** Proves the keys of the predecessor that belong to rooms not built yet. */
final class UnusedReader {
  private UnusedReader() {}

  static void read(Document document) {
    document.unused("cronjobs.reporting", Kinds.CRON);
    document.unused("cronjobs.remediation", Kinds.CRON);
    document.unused("bu_list", Kinds.TEXTS);
    document.unused("whitelisting_procedure_url", Kinds.URL);
    document.unused("aws.ddb_backup.enabled", Kinds.FLAG);
    document.unused("aws.ddb_backup.retention_days", Kinds.DAYS);
    document.unused("api.ddb.table_name", Kinds.TABLE);
    document.unused("credentials.ddb.table_name", Kinds.TABLE);
    jira(document);
    slack(document);
    csv(document);
  }

  private static void jira(Document document) {
    boolean isOn = document.unused("jira.enabled", Kinds.FLAG).orElse(false);
    boolean hasServer = document.unused("jira.server", Kinds.URL).isPresent();
    boolean hasType = document.unused("jira.issue_type", Kinds.TEXT).isPresent();
    document.unused(
        "jira.text_field_character_limit", Kinds.whole("characters", 0, Integer.MAX_VALUE));
    document.unused("jira.risk_field_id", Kinds.TEXT);
    document.unused("jira.risk_field_param", Kinds.TEXT);
    if (isOn && !(hasServer && hasType)) {
      String missing = hasServer ? "jira.issue_type" : "jira.server";
      document
          .problems()
          .warning(
              document.placeOf("jira.enabled"),
              "jira.enabled",
              "jira.enabled without " + missing + " would create no ticket",
              "add " + missing);
    }
  }

  private static void slack(Document document) {
    document.unused("slack.enabled", Kinds.FLAG);
    document.unused("slack.notify_default_owner", Kinds.FLAG);
    document.unused("slack.channels", Kinds.CHANNELS);
    document.unused("slack.ignore", Kinds.IGNORED);
    document.unused("slack.default_channel", Kinds.SLACK_TARGET);
    document.unused("slack.remediation_warning_days", Kinds.MANY_DAYS);
  }

  private static void csv(Document document) {
    document.unused("csv.enabled", Kinds.FLAG);
    document.unused("csv.schedule", Kinds.CRON);
    document.unused("csv.bucket", Kinds.BUCKET);
    document.unused("csv.slack_channel", Kinds.SLACK_TARGET);
  }
}
