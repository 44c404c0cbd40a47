package dev.hammer.checks.iam;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusedAccessKeyTest {
  private final CheckTester<AccessKey> check = CheckTester.of(UnusedAccessKey.TYPE);

  @ParameterizedTest
  @CsvSource({"10, -1", "10, 0", "45, -1", "45, 0"})
  void upToTheLimitIsAllowed(int days, int minutes) {
    CheckTester<AccessKey> limited = check.with(UnusedAccessKey.DAYS, days);
    Duration ago = Duration.ofDays(days).plusMinutes(minutes);

    limited.judging(KeySample.key().used(ago).read()).isCompliant("within the last " + days);
    limited.judging(KeySample.key().made(ago).read()).isCompliant("made within the last " + days);
  }

  @ParameterizedTest
  @CsvSource({"10", "45", "0"})
  void aMinuteLaterIsTooLong(int days) {
    CheckTester<AccessKey> limited = check.with(UnusedAccessKey.DAYS, days);
    Duration ago = Duration.ofDays(days).plusMinutes(1);

    limited.judging(KeySample.key().used(ago).read()).violates(Severity.MEDIUM);
    limited.judging(KeySample.key().made(ago).read()).violates(Severity.MEDIUM);
  }

  @Test
  void fortyFiveDaysUnlessConfigured() {
    check.judging(KeySample.key().used(Duration.ofDays(45)).read()).isCompliant();
    check
        .judging(KeySample.key().used(Duration.ofDays(45).plusNanos(1)).read())
        .violates(Severity.MEDIUM);
  }

  @Test
  void theViolationTellsUserAndLastUse() {
    KeySample key = KeySample.key().used(Duration.ofDays(190));

    check
        .judging(key.read())
        .saying("active key not used since 2026-05-18")
        .because("made 2025-11-24, last used 2026-05-18 (s3, eu-west-1), while 45 days")
        .withDetail("username", "ci")
        .withDetail("user_id", "AIDACKCEVSQ6C2EXAMPLE")
        .withDetail("create_date", "2025-11-24T10:00:00Z")
        .withDetail("last_used", "2026-05-18T10:00:00Z")
        .withDetail("last_used_service", "s3")
        .withDetail("tags", Value.fields().put("owner", "ann").build())
        .reading("last_use", "tags");
  }

  @Test
  void aKeyNeverUsedCountsFromItsCreation() {
    check
        .judging(KeySample.key().read())
        .saying("active key never used since it was made 2025-11-24")
        .because("never used")
        .withDetail("last_used", Value.absent());
  }

  @Test
  void nothingMoreIsReadOfKeysThatCannotViolate() {
    check.judging(KeySample.key().switchedOff().read()).isCompliant("it is switched off").reading();
    check.judging(KeySample.key().made(Duration.ofDays(1)).read()).isCompliant().reading();
    check
        .judging(KeySample.key().used(Duration.ofHours(1)).read())
        .isCompliant("last used 2026-11-24 (s3, eu-west-1)")
        .reading("last_use");
  }

  @Test
  void onlyTheLastUseDecides() {
    check.deniedTable(KeySample.key()::with, Map.of("last_use", "unknown", "tags", "medium"));
    check
        .judging(KeySample.key().with(Facets.refusing("last_use")))
        .isUnknown(ReadFailure.Kind.DENIED, IamCalls.LAST_USED);
    check.judging(KeySample.key().with(Facets.refusing("tags"))).without(IamCalls.LIST_TAGS);
  }
}
