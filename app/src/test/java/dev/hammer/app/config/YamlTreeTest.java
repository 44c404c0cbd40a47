package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {
  private final Problems problems = new Problems();

  @Test
  void everyKeyAndValueHasItsPlace() {
    Node.Fields root =
        read(
            """
            aws:
              regions: [eu-west-1,
                        us-east-1]
            """);

    Node.Member aws = root.find("aws").orElseThrow();
    Node.Member regions = ((Node.Fields) aws.node()).find("regions").orElseThrow();
    List<Node> items = ((Node.Items) regions.node()).nodes();
    assertThat(aws.at()).isEqualTo(new Position("f.yaml", 1, 1));
    assertThat(regions.at()).isEqualTo(new Position("f.yaml", 2, 3));
    assertThat(regions.node().at()).isEqualTo(new Position("f.yaml", 2, 12));
    assertThat(items.get(0).at()).isEqualTo(new Position("f.yaml", 2, 13));
    assertThat(items.get(1).at()).isEqualTo(new Position("f.yaml", 3, 13));
  }

  @ParameterizedTest
  @CsvSource({
    "true, flag",
    "False, flag",
    "yes, text",
    "'\"true\"', text",
    "012345678901, number",
    "0x1F, number",
    "1.5e3, number",
    "1e9999, text",
    ".inf, text",
    "~, nothing",
    "null, nothing",
    "'!!str 5', text",
    "2027-02-22, text",
    "1:30, text",
  })
  void unquotedWordsFollowTheCoreSchema(String word, String kind) {
    Node node = read("k: " + word).find("k").orElseThrow().node();

    assertThat(
            switch (node.value()) {
              case Value.Text _ -> "text";
              case Value.Num _ -> "number";
              case Value.Flag _ -> "flag";
              case Value.Absent _ -> "nothing";
              case Value.Items _ -> "list";
              case Value.Fields _ -> "object";
            })
        .isEqualTo(kind);
  }

  @Test
  void leadingZerosStay() {
    assertThat(read("k: 012345678901").find("k").flatMap(m -> Word.textOf(m.node())))
        .contains("012345678901");
  }

  @Test
  void duplicateKeyIsAProblemAndTheFirstHolds() {
    Node.Fields root = read("a:\n  b: 1\n  b: 2\n");

    assertThat(root.value()).isEqualTo(read("a: {b: 1}").value());
    assertThat(problems.sorted())
        .extracting(Problem::text)
        .containsExactly(
            "f.yaml:3:3: error: a.b is there twice, first in line 2; remove one of the two");
  }

  @Test
  void commentsOfThePredecessorAreDropped() {
    assertThat(read("__comment__: x\n__comment__: y\na: 1\n").members())
        .extracting(Node.Member::name)
        .containsExactly("a");
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void mergeKeysFillInWhatIsNotSaid() {
    Node.Fields root =
        read(
            """
            __usual: &usual {reporting: true, remediation: true}
            __more: &more {labels: [x]}
            a: {<<: [*usual, *more], remediation: false}
            """);

    assertThat(root.find("a").orElseThrow().node().value())
        .isEqualTo(read("{remediation: false, reporting: true, labels: [x]}").value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "--- ~\n", "---\n...\n", "{}"})
  void fileThatSaysNothingIsAnEmptyObject(String text) {
    assertThat(read(text).members()).isEmpty();
  }

  @Test
  void aliasesCannotStandForMillionsOfValues() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String list = String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, list));
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("the file stands for more than 500,000 values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a: *b'|1|4|*b refers to nothing before it",
        "'a: &a [*a]'|1|8|*a refers to nothing before it",
        "'a: !!python/object:os.system x'|1|4|the tag tag:yaml.org,2002:python/object:os.system"
            + " means nothing here",
        "'a: !run x'|1|4|the tag !run means nothing here",
        "'? [a, b]\n: c'|1|3|a key is a list or an object",
        "'a: 1\n---\nb: 2'|2|1|a second YAML document begins here",
        "'<<: 5'|1|5|<< takes an object or a list of objects",
      })
  void whatIsNoPlainDataIsRefused(String text, int line, int column, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BrokenFileException.class,
            broken -> {
              assertThat(broken.message()).isEqualTo(message);
              assertThat(broken.at()).isEqualTo(new Position("f.yaml", line, column));
            });
  }

  @Test
  void nestingHasAnEnd() {
    assertThatThrownBy(() -> read("a: " + "[".repeat(5_000)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("lists and objects are nested more than 40 deep");
  }

  private Node.Fields read(String text) {
    return (Node.Fields) YamlTree.read(text, "f.yaml", problems);
  }
}
