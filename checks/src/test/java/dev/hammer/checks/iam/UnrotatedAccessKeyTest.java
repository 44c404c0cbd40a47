package dev.hammer.checks.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnrotatedAccessKeyTest {
  private final CheckTester<AccessKey> check = CheckTester.of(UnrotatedAccessKey.TYPE);

  @ParameterizedTest
  @CsvSource({
    "10, -1, compliant",
    "10, 0, compliant",
    "10, 1, medium",
    "90, -1, compliant",
    "90, 0, compliant",
    "90, 1, medium"
  })
  void theLastMomentOfTheLimitIsAllowed(int days, int minutes, String expected) {
    KeySample key = KeySample.key().made(Duration.ofDays(days).plusMinutes(minutes));
    CheckTester<AccessKey> limited = check.with(UnrotatedAccessKey.DAYS, days);

    assertThat(limited.judging(key.read()).inWords()).isEqualTo(expected);
  }

  @Test
  void ninetyDaysUnlessConfigured() {
    check.judging(KeySample.key().made(Duration.ofDays(90)).read()).isCompliant("90 days");
    check
        .judging(KeySample.key().made(Duration.ofDays(90).plusNanos(1)).read())
        .violates(Severity.MEDIUM);
  }

  @Test
  void usingAKeyDoesNotMakeItYounger() {
    check
        .judging(KeySample.key().used(Duration.ofHours(1)).read())
        .violates(Severity.MEDIUM)
        .saying("active key of 2025-11-24 not replaced")
        .because("in use (last used 2026-11-24 (s3, eu-west-1)), so replace it before")
        .because("its user has no younger active key")
        .withDetail("username", "ci")
        .withDetail("create_date", "2025-11-24T10:00:00Z")
        .withDetail("last_used", "2026-11-24T09:00:00Z")
        .reading("last_use", "tags");
  }

  @ParameterizedTest
  @CsvSource({"30, 0, in use", "30, 1, last used 2026-10-25"})
  void useOfTheLastThirtyDaysIsRecent(int days, int minutes, String part) {
    Duration ago = Duration.ofDays(days).plusMinutes(minutes);

    check.judging(KeySample.key().used(ago).read()).because("; " + part);
  }

  @Test
  void aYoungerActiveKeyMeansThatRotationIsInProgress() {
    check
        .judging(KeySample.key().besideYounger("AKIAI44QH8DHBEXAMPLE").read())
        .violates(Severity.MEDIUM)
        .because("rotation is in progress, for AKIAI44QH8DHBEXAMPLE is younger and active")
        .because("never used")
        .withDetail("younger_active_key", "AKIAI44QH8DHBEXAMPLE");
  }

  @Test
  void nothingMoreIsReadOfKeysThatCannotViolate() {
    check.judging(KeySample.key().switchedOff().read()).isCompliant("switched off").reading();
    check.judging(KeySample.key().made(Duration.ofDays(1)).read()).isCompliant().reading();
  }

  @Test
  void nothingThatIsReadLaterDecides() {
    check.deniedTable(KeySample.key()::with, Map.of("last_use", "medium", "tags", "medium"));
    check
        .judging(KeySample.key().with(Facets.refusing("last_use")))
        .because("its last use could not be read")
        .without(IamCalls.LAST_USED)
        .withDetail("last_used", Value.absent());
  }
}
