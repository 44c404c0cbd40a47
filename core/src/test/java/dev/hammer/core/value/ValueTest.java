package dev.hammer.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {
  private static Value.Fields port(long number) {
    return Value.fields().put("port", number).build();
  }

  private static Value.Fields noted(long number) {
    return Value.fields().note("seen", Value.of(number)).build();
  }

  static List<Arguments> besides() {
    return List.of(
        Arguments.of("the same text", Value.text("a"), Value.text("a"), false),
        Arguments.of("another text", Value.text("a"), Value.text("b"), true),
        Arguments.of("text for absent", Value.text("a"), Value.absent(), true),
        Arguments.of("absent for text", Value.absent(), Value.text("a"), true),
        Arguments.of("absent for absent", Value.absent(), Value.absent(), false),
        Arguments.of("the same flag", Value.of(true), Value.of(true), false),
        Arguments.of("another flag", Value.of(true), Value.of(false), true),
        Arguments.of("number written otherwise", num("1.50"), num("1.5"), false),
        Arguments.of("another number", num("1.50"), num("1.51"), true),
        Arguments.of("number for text", Value.of(22), Value.text("22"), true),
        Arguments.of("the same field", port(22), port(22), false),
        Arguments.of("another field", port(22), port(23), true),
        Arguments.of("another note", noted(1), noted(2), false),
        Arguments.of("a new field", port(22).with("protocol", Value.text("tcp")), port(22), false),
        Arguments.of("a field less", port(22), port(22).with("x", Value.of(1)), false),
        Arguments.of(
            "fields in other order",
            Value.fields().put("a", 1).put("b", 2).build(),
            Value.fields().put("b", 2).put("a", 1).build(),
            false),
        Arguments.of("fields for text", port(22), Value.text("22"), true),
        Arguments.of("the same items", items(port(22)), items(port(22)), false),
        Arguments.of("another item", items(port(22)), items(port(23)), true),
        Arguments.of("a note in an item", items(noted(1)), items(noted(2)), false),
        Arguments.of("one item more", items(port(22), port(22)), items(port(22)), true),
        Arguments.of("one item less", items(), items(port(22)), true),
        Arguments.of("items for text", items(), Value.text(""), true),
        Arguments.of(
            "deep inside",
            Value.fields().put("rules", items(port(22))).build(),
            Value.fields().put("rules", items(port(23))).build(),
            true),
        Arguments.of(
            "deep inside a note",
            Value.fields().note("rules", items(port(22))).build(),
            Value.fields().put("rules", items(port(23))).build(),
            false));
  }

  private static Value num(String number) {
    return Value.of(new BigDecimal(number));
  }

  private static Value items(Value... values) {
    return Value.items(List.of(values));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("besides")
  void tellsNews(String what, Value fresh, Value stored, boolean news) {
    assertThat(fresh.isNewsBeside(stored)).as(what).isEqualTo(news);
  }

  @Property
  void nothingIsNewsBesideItself(@ForAll("values") Value value) {
    assertThat(value.isNewsBeside(value)).isFalse();
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.strings().ofMaxLength(3).map(Value::text),
        () -> Arbitraries.longs().map(Value::of),
        () -> Arbitraries.of(Value.absent(), Value.of(true)),
        () -> values().list().ofMaxSize(3).map(Value::items),
        () -> values().map(v -> Value.fields().put("a", v).note("b", v).build()));
  }

  @Test
  void numbersAreEqualHoweverWritten() {
    assertThat(num("10"))
        .isEqualTo(num("1E+1"))
        .isEqualTo(Value.of(10))
        .hasSameHashCodeAs(num("10.0"));
    assertThat(num("0.00")).isEqualTo(Value.of(0)).isEqualTo(num("-0"));
    assertThat(num("0.1")).isNotEqualTo(num("0.10001"));
  }

  @Test
  void fieldsKeepTheirOrderAndAreFoundByName() {
    Value.Fields fields = Value.fields().put("b", "x").put("a", 1).put("b", "y").build();

    assertThat(fields.fields()).extracting(Value.Field::name).containsExactly("b", "a");
    assertThat(fields.text("b")).contains("y");
    assertThat(fields.text("a")).isEmpty();
    assertThat(fields.get("c")).isEmpty();
    assertThat(fields.with("b", Value.of(true)).get("b")).contains(Value.of(true));
  }

  @Test
  void refusesAFieldTwice() {
    Value.Field field = new Value.Field("a", Value.absent(), true);

    assertThatThrownBy(() -> new Value.Fields(List.of(field, field)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(Value.text(Optional.empty())).isEqualTo(Value.absent());
    assertThat(Value.instant(Optional.empty())).isEqualTo(Value.absent());
    assertThat(Value.text(Optional.of("a"))).isEqualTo(Value.text("a"));
    assertThat(Value.of(Instant.EPOCH)).isEqualTo(Value.text("1970-01-01T00:00:00Z"));
    assertThat(Value.texts(List.of("a"))).isEqualTo(items(Value.text("a")));
  }
}
