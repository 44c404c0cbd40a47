package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the section of one check. */
final class CheckReader {
  static final int USUAL_RETENTION = 365;

  private final Document document;
  private final CheckInfo check;
  private final boolean isOnWhenAbsent;

  CheckReader(Document document, CheckInfo check, boolean isOnWhenAbsent) {
    this.document = document;
    this.check = check;
    this.isOnWhenAbsent = isOnWhenAbsent;
  }

  CheckSection read() {
    boolean isOn = isOnWhenAbsent || document.has(check.id());
    CheckSection section =
        new CheckSection(
            check.id(),
            document.value(key("enabled"), Kinds.FLAG, isOn),
            document.optional(key("accounts"), Kinds.ACCOUNTS),
            document.value(key("ignore_accounts"), Kinds.ACCOUNTS, List.of()),
            document.optional(key("remediation_accounts"), Kinds.ACCOUNTS),
            document.value(key("reporting"), Kinds.FLAG, false),
            document.value(key("remediation"), Kinds.FLAG, false),
            Duration.ofDays(
                document.value(key("remediation_retention_period"), Kinds.DAYS, USUAL_RETENTION)),
            document.value(key("ddb.table_name"), Kinds.TABLE, "hammer-" + check.table()),
            document.optional(key("topic_name"), Kinds.TOPIC),
            document.value(key("labels"), Kinds.TEXTS, List.of()),
            slackLabel(),
            settings());
    readUnused();
    return section;
  }

  private String key(String name) {
    return check.id() + "." + name;
  }

  /** Also by the name it was first given. */
  private Optional<String> slackLabel() {
    Optional<String> first = document.unused(key("slack_lable"), Kinds.TEXT);
    return document.optional(key("slack_label"), Kinds.TEXT).or(() -> first);
  }

  private Settings settings() {
    Settings settings = Settings.DEFAULTS;
    for (Setting<?> setting : check.settings()) {
      settings = with(settings, setting);
    }
    return settings;
  }

  private <T> Settings with(Settings settings, Setting<T> setting) {
    Kind<T> kind = new CheckSetting<>(setting.type());
    return settings.with(setting, document.value(key(setting.name()), kind, setting.fallback()));
  }

  private void readUnused() {
    document.unused(key("jira"), Kinds.SWITCH);
    document.unused(key("slack"), Kinds.SWITCH);
    if (check.id().equals("secgrp_unrestricted_access")) {
      trust("trusted_registrants", Kinds.TEXTS);
      trust("known_ip_sources", Kinds.CIDRS);
    }
  }

  /** Sources that some branches of the predecessor let pass. */
  private void trust(String name, Kind<List<String>> kind) {
    if (check.settings().stream().noneMatch(s -> s.name().equals(name))
        && document.unused(key(name), kind).isPresent()) {
      document
          .problems()
          .warning(
              document.placeOf(key(name)),
              key(name),
              key(name) + " is not used yet",
              "these sources are reported like all others");
    }
  }
}
