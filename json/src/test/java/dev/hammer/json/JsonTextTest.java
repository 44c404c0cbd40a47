package dev.hammer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  @Test
  void writesCompactTextInTheOrderOfTheFields() {
    Value value =
        Value.fields()
            .put("z", "last first")
            .put("a", 1000)
            .put("open", true)
            .put("none", Value.absent())
            .put("items", Value.texts(List.of("x", "y")))
            .put("empty", Value.Fields.NONE)
            .build();

    assertThat(JsonText.write(value))
        .isEqualTo(
            "{\"z\":\"last first\",\"a\":1000,\"open\":true,\"none\":null,"
                + "\"items\":[\"x\",\"y\"],\"empty\":{}}");
  }

  @Test
  void saysWhatIsWrongWithoutNotesOfTheParser() {
    assertThatThrownBy(() -> JsonText.parseWritten("{"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("expected close marker")
        .hasMessageNotContainingAny("REDACTED", "StreamReadFeature", "start marker");
  }

  @Test
  void writesPrettyText() {
    Value value =
        Value.fields()
            .put("name", "logs")
            .put("ports", Value.items(List.of(Value.of(22), Value.of(443))))
            .put("no", Value.items(List.of()))
            .put("none", Value.Fields.NONE)
            .build();

    assertThat(JsonText.writePretty(value))
        .isEqualTo(
            """
            {
              "name": "logs",
              "ports": [
                22,
                443
              ],
              "no": [],
              "none": {}
            }""");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1000, 1000",
    "1.50, 1.5",
    "-0, 0",
    "1e3, 1000",
    "123456789012345678901234567890.5, 123456789012345678901234567890.5",
    "1e-7, 0.0000001",
    "1E+2147483000, 1E+2147483000",
  })
  void numbersStayExact(String written, String again) {
    Value parsed = JsonText.parse(written);

    assertThat(parsed).isEqualTo(Value.of(new BigDecimal(written)));
    assertThat(JsonText.write(parsed)).isEqualTo(again);
  }

  @Test
  void halfSurrogatesAndControlsAreEscapedAndSurvive() {
    String hostile =
        "\uD800 \uDC00\uD83D\uDE00 \u0000\u001b[31m\u009b\u2028\u202Eevil\uFEFF\u007f é";

    String text = JsonText.write(Value.fields().put(hostile, hostile).build());

    assertThat(text)
        .contains("\uD83D\uDE00", "é", "\\ud800", "\\udc00", "\\u0000", "\\u001B", "\\u009b")
        .contains("\\u2028", "\\u202e", "\\ufeff", "\\u007f");
    assertThat(JsonText.parse(text)).isEqualTo(Value.fields().put(hostile, hostile).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":2} | 1 | 8 | a",
        "{\"a\": tru} | 1 | 10 | tru",
        "[1,] | 1 | 4 | ]",
        "{} x | 1 | 4 | x",
        "{} {} | 1 | 4 | more text",
        "{a:1} | 1 | 2 | double-quote",
        "NaN | 1 | 1 | NaN",
        "[1 | 1 | 1 | end-of-input",
        "1e99999999999 | 1 | 1 | out of range",
      })
  void whatIsNoJsonSaysWhere(String text, int line, int column, String named) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonText.parse(text))
        .satisfies(
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.column()).isBetween(column - 3, column + 3);
              assertThat(e.problem()).contains(named);
              assertThat(e).hasMessageContaining("line " + line + ", column " + e.column());
            });
  }

  @Test
  void theLineOfAProblemIsCounted() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonText.parse("{\n  \"a\": 1,\n  \"b\": oops\n}"))
        .satisfies(e -> assertThat(e.line()).isEqualTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "// no", "[1}", "\"\n\"", "01", "+1", ".5", "\"\\x\""})
  void refusesWhatIsNoJson(String text) {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonText.parse(text));
  }

  @Test
  void tooDeepTextIsRefusedAndDoesNotOverflow() {
    assertThat(JsonText.parse(nested(500))).isInstanceOf(Value.Items.class);
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonText.parse(nested(501)));
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonText.parse("[".repeat(1_000_000)));
  }

  @Test
  void foreignTextInsideEvidenceIsWrittenAndReadAgain() {
    Value evidence = Value.fields().put("policy", JsonText.parse(nested(500))).build();

    assertThat(JsonText.parseWritten(JsonText.write(evidence))).isEqualTo(evidence);
  }

  @Test
  void longTextsAreRead() {
    String longText = "ä".repeat(3_000_000);

    assertThat(JsonText.parse(JsonText.write(Value.text(longText))))
        .isEqualTo(Value.text(longText));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
