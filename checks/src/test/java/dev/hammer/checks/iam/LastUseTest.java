package dev.hammer.checks.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastUseTest {
  private static final Optional<Instant> MAY = Optional.of(Instant.parse("2026-05-18T23:59:59Z"));

  private static String words(Optional<Instant> at, String service, String region) {
    return new LastUse(at, Optional.of(service), Optional.of(region)).inWords();
  }

  @Test
  void whatIamDoesNotTellIsLeftOut() {
    assertThat(words(MAY, "s3", "eu-west-1")).isEqualTo("last used 2026-05-18 (s3, eu-west-1)");
    assertThat(words(MAY, "iam", "N/A")).isEqualTo("last used 2026-05-18 (iam)");
    assertThat(words(MAY, "N/A", "N/A")).isEqualTo("last used 2026-05-18");
    assertThat(words(Optional.empty(), "N/A", "N/A")).isEqualTo("never used");
  }
}
