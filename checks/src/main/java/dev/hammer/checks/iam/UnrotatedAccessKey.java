package dev.hammer.checks.iam;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Optional;

/** Finds active access keys that should have been replaced long ago, used or not. */
public final class UnrotatedAccessKey implements Check<AccessKey> {
  static final Setting<Integer> DAYS =
      new Setting<>(
          "rotation_criteria_days",
          SettingType.days(),
          90,
          "Days after its creation within which an active key must be replaced.");

  private static final CheckInfo INFO =
      CheckInfo.of(
              "user_keysrotation",
              "Access key is not rotated",
              Severity.MEDIUM,
              "iam",
              AccessKey.RESOURCE_TYPE)
          .decidedBy(IamCalls.LIST_USERS, IamCalls.LIST_KEYS)
          .explainedBy(IamCalls.LAST_USED, IamCalls.LIST_TAGS)
          .standingFor("Security Hub IAM.3")
          .storedIn("iam-user-keys-rotation")
          .withSettings(DAYS);

  public static final CheckType<AccessKey> TYPE =
      new CheckType<>(INFO, AccessKeyReader.TYPE, UnrotatedAccessKey::new);

  /** Who uses a key within this time would miss it. */
  private static final DayLimit RECENT = new DayLimit(30);

  private final DayLimit limit;

  UnrotatedAccessKey(CheckContext context) {
    this.limit = new DayLimit(context.settings().get(DAYS));
  }

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(AccessKey key) {
    if (!key.isActive()) {
      return Verdict.compliant("it is switched off");
    }
    if (!limit.isPassed(key.created(), key.readAt())) {
      return Verdict.compliant("made within the last " + limit);
    }
    return switch (key.lastUse().reading()) {
      case Reading.Known<LastUse>(LastUse use) -> violation(key, use(key, use), use.at());
      case Reading.Unreadable<LastUse>(ReadFailure why) ->
          violation(key, "its last use could not be read", Optional.empty()).without(why);
    };
  }

  private Verdict.Violating violation(AccessKey key, String use, Optional<Instant> lastUsed) {
    String made = LastUse.day(key.created());
    return Verdict.violating(
        Severity.MEDIUM,
        "active key of " + made + " not replaced",
        "a long-lived secret has had many chances to leak; made "
            + made
            + ", while "
            + limit
            + " are allowed; "
            + use
            + "; "
            + progress(key),
        key.details()
            .note("last_used", Value.instant(lastUsed))
            .note("younger_active_key", Value.text(key.successor()))
            .build());
  }

  private static String use(AccessKey key, LastUse use) {
    boolean isRecent = use.at().filter(at -> !RECENT.isPassed(at, key.readAt())).isPresent();
    return isRecent
        ? "in use (" + use.inWords() + "), so replace it before it is switched off"
        : use.inWords();
  }

  private static String progress(AccessKey key) {
    return key.successor()
        .map(id -> "rotation is in progress, for " + id + " is younger and active")
        .orElse("its user has no younger active key");
  }
}
