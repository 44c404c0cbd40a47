package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no command can do anything with. */
class BadInputTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
  }

  @Test
  void mistypedLinesAreToldWithWhatWasMeant() {
    Golden.assertScreens(
        "usage",
        shell.run("isues"),
        shell.run("checks", "lst"),
        shell.run("scan", "--fail-onn", "high"),
        shell.run("scan", "--fail-on", "hgh"),
        shell.run("version", "-o", "xml"),
        shell.run("version", "now"),
        shell.run("doctor", "--endpoint-url", "localhost"),
        shell.run("judge"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan --fail-on hgh -o json",
        "scan --budget 101% -o json",
        "scan --bogus -ojson",
        "scan --output=json --bogus",
        "-o JSON isues",
        "judge -o json",
        "checks explain nothing -o json",
        "whitelist remove w-nothing -o json",
        "config show nothing -o json",
        "doctor --only nothing -o json",
        "whitelist -o json"
      })
  void errorIsTheOneDocumentWhereOneWasAskedFor(String line) {
    Shell.Ended ended = shell.piped().run(line.split(" "));
    Value.Fields document = (Value.Fields) JsonText.parse(ended.out());
    Value.Fields error = (Value.Fields) document.get("error").orElseThrow();

    assertThat(document.text("schema")).hasValue("hammer/error/1");
    assertThat(error.get("exit_code")).hasValue(Value.of(ended.code()));
    assertThat(error.text("message").orElseThrow()).isNotBlank();
    assertThat(ended.code()).isIn(2, 8);
    assertThat(ended.err()).startsWith("error: ");
  }

  @Test
  void storeOfANewerSchemaIsLeftAlone() throws Exception {
    shell.seed();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shell.storeFile());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 9999");
    }

    Shell.Ended ended = shell.run("whitelist", "list");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("9999").contains("Use the newer Hammer");
  }

  @Test
  void versionNeedsNothing() {
    shell.write("hammer.yaml", "nonsense: [");

    assertThat(shell.run("version").out()).startsWith("Hammer 0.1.0   Java 25");
    Value.Fields document = (Value.Fields) JsonText.parse(shell.run("version", "-o", "json").out());
    assertThat(document.text("schema")).hasValue("hammer/version/1");
    assertThat(document.get("checks").orElseThrow()).isInstanceOf(Value.Num.class);
    assertThat(document.get("commit")).isPresent();
  }
}
