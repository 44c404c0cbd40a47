package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTreeTest {
  private final Problems problems = new Problems();

  @Test
  void everyKeyAndValueHasItsPlace() {
    Node.Fields root =
        read(
            """
            {
              "aws": {"regions": ["eu-west-1",
                                  "us-east-1"]}
            }
            """);

    Node.Member aws = root.find("aws").orElseThrow();
    Node.Member regions = ((Node.Fields) aws.node()).find("regions").orElseThrow();
    List<Node> items = ((Node.Items) regions.node()).nodes();
    assertThat(aws.at()).isEqualTo(new Position("f.json", 2, 3));
    assertThat(aws.node().at()).isEqualTo(new Position("f.json", 2, 10));
    assertThat(regions.at()).isEqualTo(new Position("f.json", 2, 11));
    assertThat(items.get(0).at()).isEqualTo(new Position("f.json", 2, 23));
    assertThat(items.get(1).at()).isEqualTo(new Position("f.json", 3, 23));
  }

  @Test
  void sameTextInYamlAndJsonMeansTheSame() {
    String text =
        """
        {"a": [1, 2.5, -3e2, true, false, null, "true", "x\\u00e9"], "b": {}, "c": []}
        """;

    assertThat(read(text).value()).isEqualTo(YamlTree.read(text, "f.yaml", problems).value());
  }

  @Test
  void duplicateKeyIsAProblemAndTheFirstHolds() {
    Node.Fields root = read("{\"a\": {\"b\": 1,\n \"b\": 2}}");

    assertThat(root.value()).isEqualTo(read("{\"a\": {\"b\": 1}}").value());
    assertThat(problems.sorted())
        .extracting(Problem::text)
        .containsExactly(
            "f.json:2:2: error: a.b is there twice, first in line 1; remove one of the two");
  }

  @Test
  void emptyFileIsAnEmptyObject() {
    assertThat(read(" \n").members()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,}|1|9",
        "{\"a\": 1|1|8",
        "{\"a\" 1}|1|6",
        "[|1|2",
        "{a: 1}|1|2",
        "{\"a\": 012}|1|8",
        "nul|1|1",
      })
  void brokenFileIsToldWithItsPlace(String text, int line, int column) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BrokenFileException.class,
            broken -> {
              assertThat(broken.message()).startsWith("this is not JSON: ");
              assertThat(broken.at()).isEqualTo(new Position("f.json", line, column));
            });
  }

  @Test
  void secondDocumentIsRefused() {
    assertThatThrownBy(() -> read("{} {}"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("there is more after the end of the JSON document");
  }

  @Test
  void nestingHasAnEnd() {
    assertThatThrownBy(() -> read("[".repeat(5_000)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("lists and objects are nested more than 40 deep");
  }

  private Node.Fields read(String text) {
    return (Node.Fields) JsonTree.read(text, "f.json", problems);
  }
}
