package dev.hammer.core.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitelistTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final ResourceRef QUEUE =
      ResourceRef.of(
              "AWS::SQS::Queue",
              "https://sqs.eu-west-1.amazonaws.com/111111111111/orders",
              AccountId.of("111111111111"),
              Region.of("eu-west-1"))
          .withArn("arn:aws:sqs:eu-west-1:111111111111:orders")
          .withName("Orders queue")
          .withAliases(List.of("orders"));

  private static WhitelistEntry entry(String id, String check, String account, String resource) {
    return new WhitelistEntry(
        id,
        check,
        account,
        resource,
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
        .covering("sqs_public_access", QUEUE, NOW)
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
    "sqs_*, *, orders, false",
    "sqs_public_access, 222222222222, orders, false",
    "sqs_public_access, 2*, orders, false",
    "sqs_public_access, *, Orders, false",
    "sqs_public_access, *, order, false",
    "sqs_public_access, *, rders*, false",
    "sqs_public_access, *, Orders queue, false",
  })
  void coversWhatItNames(String check, String account, String resource, boolean covers) {
    assertThat(entry("w-1", check, account, resource).covers("sqs_public_access", QUEUE))
        .isEqualTo(covers);
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
    assertThat(Whitelist.EMPTY.covering("sqs_public_access", QUEUE, NOW)).isEmpty();
  }

  @Test
  void aStarMakesAPattern() {
    assertThat(everything("w-1").isPattern()).isTrue();
    assertThat(entry("w-1", "*", "*", "orders").isPattern()).isFalse();
  }
}
