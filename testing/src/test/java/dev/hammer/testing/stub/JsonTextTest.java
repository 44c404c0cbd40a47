package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void membersKeepTheirSpelling() {
    assertThat(
            JsonText.members(" { \"a\" : 1.50e3 , \"b\":\"x\\\"}\", \"c\" : [ {\"d\":null} ] } "))
        .containsEntry("a", "1.50e3")
        .containsEntry("b", "\"x\\\"}\"")
        .containsEntry("c", "[ {\"d\":null} ]");
  }

  @Test
  void elementsAreCutAtTheTopLevelOnly() {
    assertThat(JsonText.elements("[ \"a,]\\\\\", [1,2], {\"b\":[3]}, true ]"))
        .containsExactly("\"a,]\\\\\"", "[1,2]", "{\"b\":[3]}", "true");
    assertThat(JsonText.elements("[]")).isEmpty();
    assertThat(JsonText.members("{}")).isEmpty();
  }

  @Test
  void quotedTextComesBack() {
    String text = "\"\\\n\t\u0001ü${x}";
    assertThat(JsonText.unquote(JsonText.quote(text))).isEqualTo(text);
    assertThat(JsonText.unquote("\"\\u00fc\\/\"")).isEqualTo("ü/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{", "{\"a\"", "{\"a\":\"", "{\"a\":[1}"})
  void brokenTextIsRefused(String broken) {
    assertThatThrownBy(() -> JsonText.members(broken)).isInstanceOf(IllegalArgumentException.class);
  }
}
