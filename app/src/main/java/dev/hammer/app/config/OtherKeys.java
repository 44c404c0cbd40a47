package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import java.util.List;

/** The keys outside {@code aws} and the sections of checks. */
final class OtherKeys {
  static final Key<String> STORE =
      Key.of(
              "store",
              Kinds.STORE,
              "Where issues are kept. A relative path counts from the working folder; ~ is not"
                  + " expanded. --store and HAMMER_STORE go before it.")
          .otherwise("sqlite: and $XDG_DATA_HOME/hammer/hammer.db, usually in ~/.local/share");

  static final Key<List<AccountId>> TRUSTED_ACCOUNTS =
      Key.of(
              "trusted_accounts",
              Kinds.ACCOUNTS,
              "Accounts that are no strangers: a policy may let them in.")
          .or(List.of());

  static final Key<String> REPORTING_SCHEDULE =
      Key.proved("cronjobs.reporting", Kinds.CRON, "When issues are told.");
  static final Key<String> REMEDIATION_SCHEDULE =
      Key.proved("cronjobs.remediation", Kinds.CRON, "When issues are fixed.")
          .suchAs("45 10 * * *");
  static final Key<List<String>> UNITS =
      Key.proved(
              "bu_list",
              Kinds.TEXTS,
              "Business units; the first that is part of a resource's name owns it.")
          .suchAs("[retail, payments]");
  static final Key<String> PROCEDURE =
      Key.proved(
          "whitelisting_procedure_url", Kinds.URL, "Where people read how a risk is accepted.");
  static final Key<String> API_TABLE =
      Key.proved("api.ddb.table_name", Kinds.TABLE, "The table of the predecessor's API.")
          .suchAs("hammer-api-requests");
  static final Key<String> CREDENTIALS_TABLE =
      Key.proved("credentials.ddb.table_name", Kinds.TABLE, "The table of its credentials.")
          .suchAs("hammer-credentials");

  static final Key<Boolean> JIRA =
      Key.proved("jira.enabled", Kinds.FLAG, "Whether issues become tickets.");
  static final Key<String> JIRA_SERVER =
      Key.proved("jira.server", Kinds.URL, "The address of Jira, without credentials in it.");
  static final Key<String> JIRA_TYPE =
      Key.proved("jira.issue_type", Kinds.TEXT, "The type of tickets.").suchAs("Task");
  static final Key<Integer> JIRA_LIMIT =
      Key.proved(
              "jira.text_field_character_limit",
              Kinds.whole("characters", 0, Integer.MAX_VALUE),
              "The longest text a ticket takes; 0 for any.")
          .suchAs("32767");
  static final Key<String> JIRA_RISK_FIELD =
      Key.proved("jira.risk_field_id", Kinds.TEXT, "The field for the risk.")
          .suchAs("customfield_10042");
  static final Key<String> JIRA_RISK =
      Key.proved("jira.risk_field_param", Kinds.TEXT, "What is written into it.").suchAs("value");

  static final Key<Boolean> SLACK =
      Key.proved("slack.enabled", Kinds.FLAG, "Whether Slack is told.");
  static final Key<Boolean> SLACK_DEFAULT_OWNER =
      Key.proved(
          "slack.notify_default_owner", Kinds.FLAG, "Whether the global owner is told, too.");
  static final Key<List<String>> SLACK_CHANNELS =
      Key.proved("slack.channels", Kinds.CHANNELS, "Which messages go to which channel.");
  static final Key<List<String>> SLACK_IGNORED =
      Key.proved("slack.ignore", Kinds.IGNORED, "Which messages are dropped.");
  static final Key<String> SLACK_CHANNEL =
      Key.proved("slack.default_channel", Kinds.SLACK_TARGET, "Where all other messages go.");
  static final Key<List<Integer>> SLACK_WARNING_DAYS =
      Key.proved(
              "slack.remediation_warning_days",
              Kinds.MANY_DAYS,
              "How many days ahead of a fix its owner is warned.")
          .suchAs("[14, 7, 2]");

  static final Key<Boolean> CSV =
      Key.proved("csv.enabled", Kinds.FLAG, "Whether reports are written by schedule.");
  static final Key<String> CSV_SCHEDULE =
      Key.proved("csv.schedule", Kinds.CRON, "When they are written.").suchAs("0 9 * * 1");
  static final Key<String> CSV_BUCKET =
      Key.proved("csv.bucket", Kinds.BUCKET, "Where they are put.");
  static final Key<String> CSV_CHANNEL =
      Key.proved("csv.slack_channel", Kinds.SLACK_TARGET, "Who is told of them.")
          .otherwise("slack.default_channel");

  /** Those in use. */
  static final List<Key<?>> IN_USE = List.of(STORE, TRUSTED_ACCOUNTS);

  /** Those of rooms that are not built yet. */
  static final List<Key<?>> PROVED =
      List.of(
          REPORTING_SCHEDULE,
          REMEDIATION_SCHEDULE,
          UNITS,
          PROCEDURE,
          API_TABLE,
          CREDENTIALS_TABLE,
          JIRA,
          JIRA_SERVER,
          JIRA_TYPE,
          JIRA_LIMIT,
          JIRA_RISK_FIELD,
          JIRA_RISK,
          SLACK,
          SLACK_DEFAULT_OWNER,
          SLACK_CHANNELS,
          SLACK_IGNORED,
          SLACK_CHANNEL,
          SLACK_WARNING_DAYS,
          CSV,
          CSV_SCHEDULE,
          CSV_BUCKET,
          CSV_CHANNEL);

  private OtherKeys() {}
}
