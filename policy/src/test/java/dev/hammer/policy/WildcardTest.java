package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class WildcardTest {

  @Property(tries = 5000)
  void matchesLikeARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    assertThat(Wildcard.covers(pattern, text)).isEqualTo(matches(pattern, text));
  }

  /** If one pattern covers another, it matches whatever the other matches. */
  @Property(tries = 5000)
  void coversOnlyWhatItMatches(
      @ForAll("patterns") String pattern,
      @ForAll("patterns") String other,
      @ForAll("texts") String text) {
    if (Wildcard.covers(pattern, other) && matches(other, text)) {
      assertThat(matches(pattern, text)).isTrue();
    }
    if (Wildcard.areDisjoint(pattern, other)) {
      assertThat(matches(pattern, text) && matches(other, text)).isFalse();
    }
  }

  @Property
  void everyPatternCoversItself(@ForAll("patterns") String pattern) {
    assertThat(Wildcard.covers(pattern, pattern)).isTrue();
    assertThat(Wildcard.covers("*", pattern)).isTrue();
    assertThat(Wildcard.areDisjoint(pattern, pattern)).isFalse();
  }

  @Test
  void overlongPatternsAreNotCompared() {
    String hostile = "*a".repeat(100_000);
    assertThat(Wildcard.covers(hostile, "a".repeat(100_000))).isFalse();
    assertThat(Wildcard.covers("*", hostile)).isTrue();
  }

  @Provide
  static Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars('a', 'b', '*', '?').ofMaxLength(6);
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('a', 'b').ofMaxLength(6);
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.matches(pattern.replace("*", ".*").replace("?", "."), text);
  }
}
