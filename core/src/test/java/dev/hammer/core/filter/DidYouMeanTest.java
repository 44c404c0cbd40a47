package dev.hammer.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
  private static final List<String> WORDS =
      List.of("severity", "service", "check", "is", "age", "bu", "s3_bucket_acl");

  @ParameterizedTest
  @CsvSource({
    "sevrity, severity",
    "SEVERITY, severity",
    "severtiy, severity",
    "serivce, service",
    "chekc, check",
    "s3_bucket_acll, s3_bucket_acl",
    "s3_buckt_alc, s3_bucket_acl",
    "si, is",
    "ages, age",
  })
  void findsTheNearest(String typed, String meant) {
    assertThat(DidYouMean.of(typed, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"ticket", "xy", "''", "kchec", "a"})
  void doesNotGuessWildly(String typed) {
    assertThat(DidYouMean.of(typed, WORDS)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(DidYouMean.of("cat", List.of("rat", "bat"))).contains("bat");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, acb, 1",
    "abc, ab, 1",
    "ab, abc, 1",
    "abc, cab, 2",
    "ca, abc, 3",
    "kitten, sitting, 3",
  })
  void countsSlips(String a, String b, int slips) {
    assertThat(DidYouMean.distance(a, b)).isEqualTo(slips);
  }

  @Property
  void countsTheSameBothWays(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 6) String a,
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 6) String b) {
    assertThat(DidYouMean.distance(a, b)).isEqualTo(DidYouMean.distance(b, a));
    assertThat(DidYouMean.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(DidYouMean.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
  }
}
