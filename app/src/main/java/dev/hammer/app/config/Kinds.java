package dev.hammer.app.config;

import dev.hammer.core.check.SettingType;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The kinds of values there are in the configuration. */
final class Kinds {
  static final Kind<Boolean> FLAG = new Flag();
  static final Kind<String> TEXT = Word.any("text");
  static final Kind<AccountId> ACCOUNT = new AccountIds();
  static final Kind<List<AccountId>> ACCOUNTS = new Many<>(ACCOUNT);
  static final Kind<List<String>> TEXTS = new Many<>(TEXT);
  static final Kind<Integer> DAYS = whole("days", 0, 36_500);
  static final Kind<List<Integer>> MANY_DAYS = new Many<>(DAYS);
  static final Kind<SortedMap<AccountId, String>> NAMED_ACCOUNTS = new NamedAccounts();
  static final Kind<AccountPattern> ACCOUNT_PATTERN = new AccountPatterns();
  static final Kind<List<AccountPattern>> ACCOUNT_PATTERNS = new Many<>(ACCOUNT_PATTERN);
  static final Kind<List<AccountRule>> ACCOUNT_RULES = new Many<>(new AccountRules());
  static final Kind<List<AcceptedGap>> ACCEPTED_GAPS = new Many<>(new AcceptedGaps());
  static final Kind<SortedMap<String, List<String>>> TAG_VALUES = new TagValues();

  static final Kind<Region> REGION =
      new Word<>(
          Pattern.compile("[a-z]{2,6}(-[a-z]{2,12}){1,3}-\\d{1,2}"),
          "region",
          "write a region such as eu-west-1",
          "",
          "eu-west-1",
          Region::of);

  /** As the environment names it: an emulator's region may have any name. */
  static final Kind<Region> ANY_REGION =
      new Word<>(
          Pattern.compile("[A-Za-z0-9-]{1,64}"),
          "region",
          "write a region such as eu-west-1",
          "",
          "eu-west-1",
          Region::of);

  static final Kind<List<Region>> REGIONS = new Many<>(REGION);

  static final Kind<String> TABLE =
      Word.of(
          "[A-Za-z0-9_.-]{3,255}",
          "table name",
          "use 3 to 255 letters, digits, _ . -",
          "3 to 255 letters, digits, _ . -",
          "hammer-s3-acl");

  static final Kind<String> TOPIC =
      Word.of(
          "[A-Za-z0-9_-]{1,256}(\\.fifo)?",
          "topic name",
          "write the name without ARN: letters, digits, _ -",
          "1 to 256 letters, digits, _ -, without ARN",
          "hammer-describe-s3-acl-lambda");

  static final Kind<String> BUCKET =
      Word.of(
          "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
          "bucket name",
          "use 3 to 63 lower-case letters, digits, . -",
          "3 to 63 lower-case letters, digits, . -",
          "acme-hammer-backup");

  static final Kind<String> ROLE =
      Word.of(
          "[A-Za-z0-9_+=,.@-]{1,64}",
          "role name",
          "write the name alone, without ARN and path",
          "1 to 64 letters, digits, _ + = , . @ -, without ARN and path",
          "hammer-identify");

  static final Kind<String> ORGANIZATION =
      Word.of(
          "o-[a-z0-9]{10,32}",
          "organization id",
          "write it as in o-a1b2c3d4e5",
          "o- and 10 to 32 letters and digits",
          "o-a1b2c3d4e5");

  static final Kind<String> STORE =
      Word.of(
          "(sqlite:.+|dynamodb:.*)",
          "store",
          "write sqlite:PATH or dynamodb:PREFIX",
          "sqlite:PATH or dynamodb:PREFIX",
          "sqlite:/var/lib/hammer/hammer.db");

  static final Kind<String> EXTERNAL_ID = new ExternalId();

  static final Kind<String> CIDR =
      Word.of(
          "[0-9A-Fa-f:.]+(/\\d{1,3})?",
          "address range",
          "write it as in 192.0.2.0/24",
          "",
          "192.0.2.0/24");

  static final Kind<List<String>> CIDRS = new Many<>(CIDR);
  static final Kind<String> SLACK_TARGET = new SlackTarget();
  static final Kind<Boolean> SWITCH = new Switch();
  static final Kind<List<String>> CHANNELS = new Channels();
  static final Kind<List<String>> IGNORED = new Ignored();
  static final Kind<String> CRON = new Cron();
  static final Kind<String> REGEX = new Regex();
  static final Kind<List<String>> REGEXES = new Many<>(REGEX);
  static final Kind<String> URL = new WebAddress();

  private Kinds() {}

  static Kind<Integer> whole(String unit, int min, int max) {
    return new CheckSetting<>(new SettingType.WholeNumber(unit, min, max));
  }
}
