package dev.hammer.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class JsonRoundTripTest {
  @Property(tries = 400)
  void whatIsWrittenReadsBackEqual(@ForAll("values") Value value) {
    assertThat(JsonText.parse(JsonText.write(value))).isEqualTo(value);
    assertThat(JsonText.parse(JsonText.writePretty(value))).isEqualTo(value);
  }

  @Property(tries = 200)
  void whatIsWrittenSurvivesUtf8(@ForAll("values") Value value) {
    byte[] utf8 = JsonText.write(value).getBytes(StandardCharsets.UTF_8);

    assertThat(JsonText.parse(new String(utf8, StandardCharsets.UTF_8))).isEqualTo(value);
  }

  @Property(tries = 200)
  void streamsTheSameTextAsAWhole(@ForAll("values") Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonStream json = JsonStream.compact(out)) {
      json.item(value);
    }

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(JsonText.write(value));
  }

  @Provide
  Arbitrary<Value> values() {
    return Arbitraries.lazyOf(
        () -> texts().map(Value::text),
        () -> Arbitraries.bigDecimals().ofScale(12).map(Value::of),
        () -> Arbitraries.longs().map(Value::of),
        () -> Arbitraries.of(true, false).map(Value::of),
        () -> Arbitraries.just(Value.absent()),
        () -> values().list().ofMaxSize(4).map(Value::items),
        () ->
            Combinators.combine(
                    texts().list().uniqueElements().ofSize(3), values().list().ofSize(3))
                .as(JsonRoundTripTest::fields));
  }

  private static Value fields(java.util.List<String> names, java.util.List<Value> values) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      all.put(names.get(i), values.get(i));
    }
    Value.Builder fields = Value.fields();
    all.forEach(fields::put);
    return fields.build();
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings()
            .withChars('\uD800', '\uDBFF', '\uDC00', '\uDFFF', '"', '\\', '\u0000', '\u202e', 'a')
            .ofMaxLength(12),
        Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(12));
  }
}
