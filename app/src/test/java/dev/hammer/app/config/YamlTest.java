package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlTest {
  @Property(tries = 1000)
  void whatIsReadBackIsWhatWasWritten(@ForAll("values") Value value) {
    assertThat(read("key: " + Yaml.flow(value) + "\n")).isEqualTo(value);
  }

  @Property(tries = 1000)
  void theSameOnManyLines(@ForAll("values") Value value, @ForAll("texts") String name) {
    StringBuilder text = new StringBuilder("before: 1\n");
    Yaml.write(text, "", "key", Value.fields().put(name, value).build());

    assertThat(read(text.append("after: 2\n").toString()))
        .isEqualTo(Value.fields().put(name, value).build());
  }

  @Example
  void wordsThatMeanSomethingElseAreQuoted() {
    assertThat(
            List.of("true", "Off", "null", "012", "1e3", "~", "", "- x", "a: b", "#c", "é\u001b"))
        .allSatisfy(word -> assertThat(Yaml.word(word)).startsWith("\""));
    assertThat(List.of("eu-west-1", "hammer-identify", "sqlite:/tmp/a.db", "o-a1b2c3d4e5"))
        .allSatisfy(word -> assertThat(Yaml.word(word)).isEqualTo(word));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8).filter(text -> isWhole(text) && isNoComment(text)),
        Arbitraries.of("true", "0123", "a: b", "- c", "#d", "", " ", "\n", "\"", "\\", "*x", "&y"),
        Arbitraries.strings()
            .withChars("aB3:-#{}[],&*!|>'\"%@` .~\n\t\u0085\u00e9\u2028")
            .ofMaxLength(10)
            .filter(YamlTest::isNoComment));
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> words =
        Arbitraries.oneOf(
            texts().map(Value::text),
            Arbitraries.of(true, false).map(Value::of),
            Arbitraries.integers().map(n -> Value.of(BigDecimal.valueOf(n))));
    Arbitrary<Value> lists = words.list().ofMaxSize(4).map(Value::items);
    Arbitrary<Value> objects =
        Combinators.combine(texts(), words, texts(), lists)
            .as((a, one, b, many) -> Value.fields().put(a, one).put(b, many).build());
    return Arbitraries.oneOf(words, lists, objects);
  }

  private static Value read(String text) {
    return YamlTree.read(text, "test", new Problems()) instanceof Node.Fields fields
        ? fields.find("key").orElseThrow().node().value()
        : Value.absent();
  }

  /** Half a character cannot be written at all, and names that begin so are comments. */
  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isNoComment(String text) {
    return !text.startsWith("__") && !text.equals("<<");
  }
}
