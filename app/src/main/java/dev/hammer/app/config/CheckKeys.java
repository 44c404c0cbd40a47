package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.resource.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of the section of one check: those that every check has, and its own.
 *
 * @param section the id of the check
 */
record CheckKeys(String section) {
  /** What stands for the section where no single check is meant. */
  static final CheckKeys ANY = new CheckKeys("CHECK");

  static final int USUAL_RETENTION = 365;
  private static final String GROUPS = "secgrp_unrestricted_access";

  /** Settings of checks that the predecessor had, on any of its branches. */
  private static final Set<String> FIRST_SETTINGS =
      Set.of(
          GROUPS + ".restricted_ports",
          GROUPS + ".known_ip_sources",
          "user_inactivekeys.inactive_criteria_days",
          "user_keysrotation.rotation_criteria_days");

  static CheckKeys of(CheckInfo check) {
    return new CheckKeys(check.id());
  }

  Key<Boolean> enabled(boolean isOn) {
    return Key.of(
            path("enabled"),
            Kinds.FLAG,
            "Whether the check looks. In a file named config.json a check without a section is"
                + " off. scan --include-disabled overrules it for one scan.")
        .or(isOn)
        .suchAs("false")
        .kept();
  }

  Key<List<AccountId>> accounts() {
    return Key.of(path("accounts"), Kinds.ACCOUNTS, "The only accounts it looks at.")
        .otherwise("all in scope")
        .kept();
  }

  Key<List<AccountId>> ignoredAccounts() {
    return Key.of(path("ignore_accounts"), Kinds.ACCOUNTS, "Accounts that are taken out of these.")
        .or(List.of())
        .kept();
  }

  Key<List<AccountId>> remediationAccounts() {
    return Key.proved(
            path("remediation_accounts"), Kinds.ACCOUNTS, "The only accounts that may be fixed.")
        .otherwise("all");
  }

  Key<Boolean> reporting() {
    return Key.proved(path("reporting"), Kinds.FLAG, "Whether issues are told by schedule.")
        .or(false);
  }

  Key<Boolean> remediation() {
    return Key.proved(path("remediation"), Kinds.FLAG, "Whether issues are fixed by schedule.")
        .or(false);
  }

  Key<Integer> retention() {
    return Key.proved(
            path("remediation_retention_period"),
            Kinds.DAYS,
            "How long after the report a scheduled fix waits.")
        .or(USUAL_RETENTION);
  }

  Key<String> table(String usual) {
    return Key.of(
            path("ddb.table_name"),
            Kinds.TABLE,
            "The check's table where issues are kept in DynamoDB; each check has its own.")
        .or("hammer-" + usual)
        .kept();
  }

  Key<String> topic() {
    return Key.proved(path("topic_name"), Kinds.TOPIC, "The SNS topic that starts the check.");
  }

  Key<List<String>> labels() {
    return Key.proved(path("labels"), Kinds.TEXTS, "Labels of its tickets, if not the usual ones.")
        .or(List.of())
        .suchAs("[publics3]");
  }

  Key<String> slackLabel() {
    return Key.proved(path("slack_label"), Kinds.TEXT, "The name that Slack shows.");
  }

  /** The name it was first given. */
  Key<String> slackLable() {
    return Key.proved(path("slack_lable"), Kinds.TEXT, "The first spelling of slack_label.");
  }

  Key<Boolean> jira() {
    return Key.proved(path("jira"), Kinds.SWITCH, "Whether its issues become tickets.");
  }

  Key<Boolean> slack() {
    return Key.proved(path("slack"), Kinds.SWITCH, "Whether its issues are told in Slack.");
  }

  /** Sources that some branches of the predecessor let pass; reported like all others. */
  Key<List<String>> trustedRegistrants() {
    return Key.proved(
            path("trusted_registrants"),
            Kinds.TEXTS,
            "Owners of address ranges that were let pass; they are reported like all others, with"
                + " a warning.")
        .suchAs("[ACME]");
  }

  /** The same by address, for catalogues whose check has no such setting. */
  Key<List<String>> knownSources() {
    return Key.proved(path("known_ip_sources"), Kinds.CIDRS, "Addresses that were let pass.");
  }

  <T> Key<T> setting(Setting<T> setting) {
    Key<T> key =
        Key.of(path(setting.name()), new CheckSetting<>(setting.type()), setting.about())
            .or(setting.fallback());
    return FIRST_SETTINGS.contains(key.path()) ? key.kept() : key;
  }

  /** The keys of every check. */
  List<Key<?>> common(String table) {
    return List.of(
        enabled(true),
        accounts(),
        ignoredAccounts(),
        remediationAccounts(),
        reporting(),
        remediation(),
        retention(),
        table(table),
        topic(),
        labels(),
        slackLabel(),
        slackLable(),
        jira(),
        slack());
  }

  /** The keys that only this check has. */
  static List<Key<?>> own(CheckInfo check) {
    CheckKeys keys = of(check);
    List<Key<?>> own = new ArrayList<>();
    check.settings().forEach(setting -> own.add(keys.setting(setting)));
    keys.lapsed(check).forEach(own::add);
    return List.copyOf(own);
  }

  /** Keys of its own that the predecessor had and this catalogue has not. */
  Stream<Key<List<String>>> lapsed(CheckInfo check) {
    return section.equals(GROUPS)
        ? Stream.of(trustedRegistrants(), knownSources()).filter(key -> isForeign(key, check))
        : Stream.empty();
  }

  private boolean isForeign(Key<?> key, CheckInfo check) {
    return check.settings().stream().noneMatch(s -> path(s.name()).equals(key.path()));
  }

  private String path(String name) {
    return section + "." + name;
  }
}
