package dev.hammer.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({
    "CRITICAL, HIGH",
    "HIGH, MEDIUM",
    "MEDIUM, LOW",
    "LOW, LOW",
    "INFO, INFO",
  })
  void oneLowerNeverDropsAViolationBelowLow(Severity severity, Severity lower) {
    assertThat(severity.oneLower()).isEqualTo(lower);
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void isReadFromItsWordInAnyCase(Severity severity) {
    assertThat(Severity.parse(severity.word())).contains(severity);
    assertThat(Severity.parse(severity.name())).contains(severity);
  }

  @Test
  void isNotGuessed() {
    assertThat(Severity.parse("severe")).isEmpty();
    assertThat(Severity.parse("")).isEmpty();
  }

  @Test
  void isOrderedFromLeastToWorst() {
    assertThat(Severity.values())
        .containsExactly(
            Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
    assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).isTrue();
    assertThat(Severity.CRITICAL.isAtLeast(Severity.HIGH)).isTrue();
    assertThat(Severity.MEDIUM.isAtLeast(Severity.HIGH)).isFalse();
  }
}
