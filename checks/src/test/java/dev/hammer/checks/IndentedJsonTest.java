package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndentedJsonTest {
  @Test
  void everyFieldAndElementHasALine() {
    assertThat(IndentedJson.of("{\"a\":[1,{ \"b\" :true}],\n\"c\":{ },\"d\":[]}"))
        .isEqualTo(
            """
            {
                "a": [
                    1,
                    {
                        "b": true
                    }
                ],
                "c": {},
                "d": []
            }""");
  }

  @Test
  void textsStayAsTheyAre() {
    assertThat(IndentedJson.of("[\"a: {b}, [c]\",\"quote \\\" and \\\\\"]"))
        .isEqualTo("[\n    \"a: {b}, [c]\",\n    \"quote \\\" and \\\\\"\n]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "}", "]]", "\"open", "\"\\", "{", "[[", "nonsense"})
  void whatIsNoJsonDoesNotFail(String text) {
    assertThat(IndentedJson.of(text).replaceAll("\\s", "")).isEqualTo(text);
  }
}
