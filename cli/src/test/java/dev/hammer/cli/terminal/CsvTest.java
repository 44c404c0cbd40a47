package dev.hammer.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvTest {
  @Test
  void linesAreThoseOfTheStandard() {
    assertThat(Csv.line(List.of("ref", "plain text", "", "Gr\u00fc\u00dfe")))
        .isEqualTo("ref,plain text,,Gr\u00fc\u00dfe\r\n");
    assertThat(Csv.line(List.of("a,b", "say \"hi\"", " led by a blank")))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\" led by a blank\"\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "=1+1                       | '=1+1",
        "+49 30                     | '+49 30",
        "-                          | '-",
        "@SUM(A1)                   | '@SUM(A1)",
        "\uFF1DHYPERLINK(1)         | '\uFF1DHYPERLINK(1)",
        "a=b                        | a=b",
      })
  void whatASpreadsheetWouldComputeIsText(String cell, String expected) {
    assertThat(Csv.line(List.of(cell))).isEqualTo(expected + "\r\n");
  }

  @Test
  void controlCharactersAreShownAndNeverObeyed() {
    assertThat(Csv.line(List.of("\t=1", "\r=1", "two\nlines", "\u001b[2J", "right\u202eleft")))
        .isEqualTo("'\\t=1,'\\r=1,two\\nlines,\\x1b[2J,right\\u202eleft\r\n");
  }
}
