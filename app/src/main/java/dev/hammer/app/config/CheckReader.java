package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the section of one check. */
final class CheckReader {
  private final Document document;
  private final CheckInfo check;
  private final CheckKeys keys;
  private final boolean isOnWhenAbsent;

  CheckReader(Document document, CheckInfo check, boolean isOnWhenAbsent) {
    this.document = document;
    this.check = check;
    this.keys = CheckKeys.of(check);
    this.isOnWhenAbsent = isOnWhenAbsent;
  }

  CheckSection read() {
    boolean isOn = isOnWhenAbsent || document.has(check.id());
    CheckSection section =
        new CheckSection(
            check.id(),
            document.value(keys.enabled(isOn)),
            document.optional(keys.accounts()),
            document.value(keys.ignoredAccounts()),
            document.optional(keys.remediationAccounts()),
            document.value(keys.reporting()),
            document.value(keys.remediation()),
            Duration.ofDays(document.value(keys.retention())),
            document.value(keys.table(check.table())),
            document.optional(keys.topic()),
            document.value(keys.labels()),
            slackLabel(),
            settings());
    readUnused();
    return section;
  }

  /** Also by the name it was first given. */
  private Optional<String> slackLabel() {
    Optional<String> first = document.unused(keys.slackLable());
    return document.optional(keys.slackLabel()).or(() -> first);
  }

  private Settings settings() {
    Settings settings = Settings.DEFAULTS;
    for (Setting<?> setting : check.settings()) {
      settings = with(settings, setting);
    }
    return settings;
  }

  private <T> Settings with(Settings settings, Setting<T> setting) {
    return settings.with(setting, document.value(keys.setting(setting)));
  }

  private void readUnused() {
    document.unused(keys.jira());
    document.unused(keys.slack());
    keys.lapsed(check).forEach(this::lapsed);
  }

  /** Sources that some branches of the predecessor let pass. */
  private void lapsed(Key<List<String>> key) {
    if (document.unused(key).isPresent()) {
      document
          .problems()
          .warning(
              document.placeOf(key.path()),
              key.path(),
              key.path() + " is not used yet",
              "these sources are reported like all others");
    }
  }
}
