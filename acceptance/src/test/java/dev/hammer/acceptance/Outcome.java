package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.json.JsonText;
import java.util.List;

/** How a command ended and what it said. */
record Outcome(List<String> arguments, int exit, String out, String err) {

  /** Demands the exit code; what was said explains another one. */
  Outcome exits(int code) {
    assertThat(exit).as("hammer %s\n%s\n%s", arguments, out, err).isEqualTo(code);
    return this;
  }

  /** Demands these parts on stderr, and that no stack trace or defect is among it. */
  Outcome says(String... parts) {
    assertThat(err)
        .as("hammer %s", arguments)
        .contains(parts)
        .doesNotContain("\tat ", "Exception:", "defect");
    return this;
  }

  /** The one document that is all of stdout. */
  Json json() {
    assertThat(out).as("hammer %s: stdout\n%s", arguments, err).isNotBlank();
    return new Json(JsonText.parse(out));
  }
}
