package dev.hammer.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "acme, 4",
    "Köln, 4",
    "e\u0301, 1",
    "\u4e2d\u6587, 4",
    "\ud55c, 2",
    "\uD83D\uDD28, 2"
  })
  void columnsAreThoseOfATerminal(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({
    "acme-exports-eu-west-1, 18, acme-exp...-west-1",
    "acme-exports, 12, acme-exports",
    "acme-exports, 11, acme...orts",
    "acme-exports, 5, a...s",
    "acme-exports, 4, acme",
    "\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587, 9, \u4e2d...\u6587",
    "a\uD83D\uDD28b\uD83D\uDD28c\uD83D\uDD28d, 8, a\uD83D\uDD28...d"
  })
  void longTextLosesItsMiddleAndNoHalfCharacterIsLeft(String text, int width, String shown) {
    assertThat(TextWidth.withoutMiddle(text, width)).isEqualTo(shown);
    assertThat(TextWidth.of(shown)).isLessThanOrEqualTo(width);
  }

  @Test
  void linesBreakBetweenWords() {
    assertThat(TextWidth.lines("lets in the whole internet", 12))
        .containsExactly("lets in the", "whole", "internet");
  }

  @Test
  void aWordLongerThanTheLineIsBrokenAndNothingIsLost() {
    assertThat(TextWidth.lines("see arn:aws:s3:::acme-exports now", 10))
        .containsExactly("see", "arn:aws:s3", ":::acme-ex", "ports now");
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertThat(TextWidth.lines("", 10)).containsExactly("");
  }

  @Test
  void paddingCountsColumnsNotCharacters() {
    assertThat(TextWidth.padded("\u4e2d", 4)).isEqualTo("\u4e2d  ");
    assertThat(TextWidth.padded("long", 2)).isEqualTo("long");
  }
}
