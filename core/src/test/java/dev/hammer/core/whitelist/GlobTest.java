package dev.hammer.core.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "*, a.b, true",
    "a*, a, true",
    "a*, ba, false",
    "*a, ba, true",
    "a*c, abbc, true",
    "a*c, ab, false",
    "*b*, abc, true",
    "a, A, false",
    "a.c, abc, false",
    "a?c, abc, false",
  })
  void matches(String pattern, String text, boolean matches) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Property
  void matchesAsARegularExpressionDoes(
      @ForAll("words") String pattern, @ForAll("words") String text) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));

    assertThat(Glob.of(pattern).matches(text))
        .isEqualTo(Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches());
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("ab*.\n\\").ofMaxLength(8);
  }

  @Test
  @Timeout(10)
  void isNeverExponential() {
    assertThat(Glob.of("a*".repeat(50) + "b").matches("a".repeat(20_000))).isFalse();
  }
}
