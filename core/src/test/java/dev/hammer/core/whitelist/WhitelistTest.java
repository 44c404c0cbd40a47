package dev.hammer.core.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitelistTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final AccountId ACCOUNT = AccountId.of("111111111111");
  private static final ResourceRef QUEUE =
      ResourceRef.of(
              "AWS::SQS::Queue",
              "https://sqs.eu-west-1.amazonaws.com/111111111111/orders",
              ACCOUNT,
              Region.of("eu-west-1"))
          .withArn("arn:aws:sqs:eu-west-1:111111111111:orders")
          .withName("Orders queue")
          .withAliases(List.of("orders"));

  private static final Risk RISK = new Risk("sqs_public_access", QUEUE, Optional.empty());

  private static WhitelistEntry entry(String id, String check, String account, String resource) {
    return new WhitelistEntry(
        id,
        WhitelistScope.of(check, account, resource),
        "known",
        "lea",
        Optional.empty(),
        NOW.minusSeconds(60),
        Optional.empty(),
        WhitelistEntry.STORE);
  }

  private static WhitelistEntry everything(String id) {
    return entry(id, "*", "*", "*");
  }

  private static Optional<String> covering(WhitelistEntry... entries) {
    return new Whitelist(List.of(entries))
        .covering(RISK, Optional.empty(), NOW)
        .map(WhitelistEntry::id);
  }

  @ParameterizedTest
  @CsvSource({
    "sqs_public_access, 111111111111, orders, true",
    "*, 111111111111, orders, true",
    "sqs_public_access, *, orders, true",
    "sqs_public_access, 1111*, orders, true",
    "sqs_public_access, 111111111111, arn:aws:sqs:eu-west-1:111111111111:orders, true",
    "sqs_public_access, *, https://sqs.eu-west-1.amazonaws.com/111111111111/orders, true",
    "sqs_public_access, *, *:orders, true",
    "sqs_public_access, *, ord*, true",
    "sqs_public_access, *, *, true",
    "s3_bucket_acl, *, orders, false",
    "sqs_*, *, orders, true",
    "*_access, *, orders, true",
    "s3_*, *, orders, false",
    "sqs_public, *, orders, false",
    "sqs_public_access, 222222222222, orders, false",
    "sqs_public_access, 2*, orders, false",
    "sqs_public_access, *, Orders, false",
    "sqs_public_access, *, order, false",
    "sqs_public_access, *, rders*, false",
    "sqs_public_access, *, Orders queue, false",
  })
  void coversWhatItNames(String check, String account, String resource, boolean covers) {
    assertThat(entry("w-1", check, account, resource).covers(RISK, Units.UNKNOWN))
        .isEqualTo(Match.of(covers));
  }

  @Test
  void endsAtItsEnd() {
    WhitelistEntry entry = everything("w-1");

    assertThat(entry.isActive(NOW)).isTrue();
    assertThat(entry.ending(NOW.plusNanos(1)).isActive(NOW)).isTrue();
    assertThat(entry.ending(NOW).isActive(NOW)).isFalse();
    assertThat(covering(entry.ending(NOW))).isEmpty();
  }

  @Test
  void endingChangesNothingElse() {
    WhitelistEntry entry = everything("w-1");

    assertThat(entry.ending(NOW).expires()).contains(NOW);
    assertThat(entry.ending(NOW).ending(NOW.plusSeconds(1)))
        .isEqualTo(entry.ending(NOW.plusSeconds(1)));
    assertThat(entry.ending(NOW).reason()).isEqualTo(entry.reason());
  }

  @Test
  void ofSeveralTheOneThatLastsLongestCounts() {
    WhitelistEntry brief = everything("w-3").ending(NOW.plusSeconds(10));
    WhitelistEntry longer = everything("w-2").ending(NOW.plusSeconds(20));
    WhitelistEntry forever = everything("w-1");

    assertThat(covering(brief, longer)).contains("w-2");
    assertThat(covering(longer, brief)).contains("w-2");
    assertThat(covering(forever, brief, longer)).contains("w-1");
    assertThat(covering(forever, everything("w-0"))).contains("w-1");
    assertThat(covering(everything("w-0"), forever)).contains("w-1");
  }

  @Test
  void anEmptyOneCoversNothing() {
    assertThat(Whitelist.EMPTY.covering(RISK, Optional.empty(), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ou-ab12-aaaaaaaa, YES",
    "ou-ab12-bbbbbbbb, NO",
    "ou-ab12-cccccccc, NO",
    "ou-ab12-dddddddd, UNKNOWN",
  })
  void aUnitIsTheAccountsBelowItAsFarAsTheyAreKnown(String unit, Match match) {
    Units units =
        Units.of(
            Map.of(
                "ou-ab12-aaaaaaaa", List.of(ACCOUNT),
                "ou-ab12-bbbbbbbb", List.of(AccountId.of("222222222222")),
                "ou-ab12-cccccccc", List.of()));

    assertThat(entry("w-1", "*", "ou:" + unit, "*").covers(RISK, units)).isEqualTo(match);
    assertThat(entry("w-1", "s3_bucket_acl", "ou:" + unit, "*").covers(RISK, units))
        .isEqualTo(Match.NO);
  }

  @ParameterizedTest
  @CsvSource({
    "env, dev, YES",
    "env, d*, YES",
    "env, *, YES",
    "env, prod, NO",
    "env, DEV, NO",
    "Env, dev, NO",
    "team, *, NO",
    "none, *, YES",
    "none, '', YES",
    "none, x*, NO",
  })
  void tagsMustBeCarried(String key, String value, Match match) {
    WhitelistScope scope = tagged(Map.of(key, value));

    assertThat(scope.covers(with(Map.of("env", "dev", "none", "")), Units.UNKNOWN))
        .isEqualTo(match);
    assertThat(scope.covers(RISK, Units.UNKNOWN)).isEqualTo(Match.UNKNOWN);
  }

  @Test
  void allTagsMustBeCarried() {
    WhitelistScope both = tagged(Map.of("env", "dev", "team", "pay*"));

    assertThat(both.covers(with(Map.of("env", "dev", "team", "payments")), Units.UNKNOWN))
        .isEqualTo(Match.YES);
    assertThat(both.covers(with(Map.of("env", "dev")), Units.UNKNOWN)).isEqualTo(Match.NO);
    assertThat(both.covers(with(Map.of()), Units.UNKNOWN)).isEqualTo(Match.NO);
  }

  @Test
  void whatCannotBeToldAcceptsNothingNewAndGivesNothingBack() {
    WhitelistEntry unit = entry("w-1", "*", "ou:ou-ab12-aaaaaaaa", "*");
    Whitelist whitelist = new Whitelist(List.of(unit));

    assertThat(whitelist.covering(RISK, Optional.empty(), NOW)).isEmpty();
    assertThat(whitelist.covering(RISK, Optional.of("w-2"), NOW)).isEmpty();
    assertThat(whitelist.covering(RISK, Optional.of("w-1"), NOW)).contains(unit);
    assertThat(
            whitelist
                .with(Units.of(Map.of("ou-ab12-aaaaaaaa", List.of())))
                .covering(RISK, Optional.of("w-1"), NOW))
        .isEmpty();
  }

  @Test
  void anEndIsAnEndEvenIfNothingElseCanBeTold() {
    WhitelistEntry ended = entry("w-1", "*", "ou:ou-ab12-aaaaaaaa", "*").ending(NOW);

    assertThat(new Whitelist(List.of(ended)).covering(RISK, Optional.of("w-1"), NOW)).isEmpty();
  }

  @Test
  void everyCheckAndEveryResourceIsTooBroad() {
    assertThat(everything("w-1").scope().isTooBroad()).isTrue();
    assertThat(WhitelistScope.of("**", "111111111111", "**").isTooBroad()).isTrue();
    assertThat(WhitelistScope.of("*", "*", "logs-*").isTooBroad()).isFalse();
    assertThat(WhitelistScope.of("s3_*", "*", "*").isTooBroad()).isFalse();
    assertThat(tagged(Map.of("env", "dev")).isTooBroad()).isFalse();
  }

  @Test
  void aScopeSaysWhatItIsAbout() {
    assertThat(WhitelistScope.of("s3_*", "ou:ou-ab12-aaaaaaaa", "logs-*"))
        .hasToString("s3_*  logs-*  ou:ou-ab12-aaaaaaaa");
    assertThat(tagged(new TreeMap<>(Map.of("b", "2", "a", "1*"))))
        .hasToString("*  * tag:a=1* tag:b=2  *");
  }

  @Test
  void unitsAreNamedByEntriesInForce() {
    Whitelist whitelist =
        new Whitelist(
            List.of(
                entry("w-1", "*", "ou:ou-ab12-aaaaaaaa", "*"),
                entry("w-2", "*", "ou:ou-ab12-bbbbbbbb", "*").ending(NOW),
                everything("w-3")));

    assertThat(whitelist.unitsNamed(NOW)).containsExactly("ou-ab12-aaaaaaaa");
  }

  @Test
  void endsAreAnnouncedAhead() {
    WhitelistEntry soon = everything("w-2").ending(NOW.plus(WhitelistEntry.SOON));
    WhitelistEntry sooner = everything("w-3").ending(NOW.plusSeconds(1));
    WhitelistEntry later = everything("w-1").ending(NOW.plus(WhitelistEntry.SOON).plusNanos(1));
    WhitelistEntry ended = everything("w-4").ending(NOW);

    assertThat(
            new Whitelist(List.of(soon, sooner, later, ended, everything("w-5")))
                .ending(WhitelistEntry.SOON, NOW))
        .containsExactly(sooner, soon);
  }

  @Test
  void newerKnowledgeOfUnitsGoesBeforeOlder() {
    AccountId other = AccountId.of("222222222222");
    Units newer = Units.of(Map.of("ou-a", List.of(ACCOUNT)));
    Units older = Units.of(Map.of("ou-a", List.of(other), "ou-b", List.of(other)));

    assertThat(newer.or(older))
        .isEqualTo(Units.of(Map.of("ou-a", List.of(ACCOUNT), "ou-b", List.of(other))));
    assertThat(newer.or(older).above(other)).containsExactly("ou-b");
  }

  private static WhitelistScope tagged(Map<String, String> tags) {
    return new WhitelistScope("*", AccountScope.parse("*"), "*", TagScope.of(tags));
  }

  private static Risk with(Map<String, String> tags) {
    return new Risk(RISK.check(), QUEUE, Optional.of(Tags.of(tags)));
  }
}
