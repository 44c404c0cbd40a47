package dev.hammer.checks.iam;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;

/** Finds active access keys that nobody has used for a long time. */
public final class UnusedAccessKey implements Check<AccessKey> {
  static final Setting<Integer> DAYS =
      new Setting<>(
          "inactive_criteria_days",
          SettingType.days(),
          45,
          "Days an active key may go unused; one never used counts from its creation.");

  private static final CheckInfo INFO =
      CheckInfo.of(
              "user_inactivekeys",
              "Access key is active but not used",
              Severity.MEDIUM,
              "iam",
              AccessKey.RESOURCE_TYPE)
          .decidedBy(IamCalls.LIST_USERS, IamCalls.LIST_KEYS, IamCalls.LAST_USED)
          .explainedBy(IamCalls.LIST_TAGS)
          .standingFor("Security Hub IAM.22", "Security Hub IAM.8")
          .storedIn("iam-user-keys-inactive")
          .withSettings(DAYS);

  public static final CheckType<AccessKey> TYPE =
      new CheckType<>(INFO, AccessKeyReader.TYPE, UnusedAccessKey::new);

  private final DayLimit limit;

  UnusedAccessKey(CheckContext context) {
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
    LastUse use = key.lastUse().get();
    return limit.isPassed(use.at().orElse(key.created()), key.readAt())
        ? violation(key, use)
        : Verdict.compliant(use.inWords() + ", within the last " + limit);
  }

  private Verdict.Violating violation(AccessKey key, LastUse use) {
    return Verdict.violating(
        Severity.MEDIUM, summary(key, use), reason(key, use), details(key, use));
  }

  private static String summary(AccessKey key, LastUse use) {
    return use.at()
        .map(at -> "active key not used since " + LastUse.day(at))
        .orElseGet(() -> "active key never used since it was made " + made(key));
  }

  private String reason(AccessKey key, LastUse use) {
    return "what nobody needs only serves whoever finds it; made "
        + made(key)
        + ", "
        + use.inWords()
        + ", while "
        + limit
        + " without use are allowed";
  }

  private static String made(AccessKey key) {
    return LastUse.day(key.created());
  }

  /** IAM tells of uses late: a later date of the same last use is no news. */
  private static Value.Fields details(AccessKey key, LastUse use) {
    return key.details()
        .note("last_used", Value.instant(use.at()))
        .note("last_used_service", Value.text(use.service()))
        .note("last_used_region", Value.text(use.region()))
        .build();
  }
}
