package dev.hammer.stores.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import dev.hammer.testing.store.HostileText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How texts, times and values are spelled. */
final class FormTest {
  @Test
  void everyTextComesBack() {
    for (String text : HostileText.all()) {
      assertThat(Texts.decode(Texts.encode(text))).isEqualTo(text);
    }
    assertThat(Texts.encode("plain / text")).isEqualTo("plain / text");
  }

  @Test
  void textsThatDifferMakeKeysThatDiffer() {
    List<String> texts =
        List.of(
            "a",
            "a\u0000",
            "\uD800",
            "\uD801",
            "\uFFFD",
            "\uFDD0",
            "x".repeat(3_000),
            "x".repeat(3_001));

    assertThat(texts.stream().map(text -> Texts.key(text, 100)).distinct()).hasSize(texts.size());
    assertThat(texts).allSatisfy(t -> assertThat(Texts.bytes(Texts.key(t, 100))).isLessThan(101));
  }

  @Test
  void aSegmentHasNoSlash() {
    assertThat(Texts.segment("a/b", 100)).doesNotContain("/").isNotEqualTo(Texts.segment("a", 100));
    assertThat(Texts.segment("a_check", 100)).isEqualTo("a_check");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-03-26T15:58:46.123456+00:00, 2018-03-26T15:58:46.123456Z",
    "2018-03-26T15:58:46+00:00,        2018-03-26T15:58:46Z",
    "2018-03-26T17:58:46.5+02:00,      2018-03-26T15:58:46.500Z",
    "2018-03-26T15:58:46.123456,       2018-03-26T15:58:46.123456Z",
    "2018-03-26T15:58:46Z,             2018-03-26T15:58:46Z",
  })
  void timesOfThePredecessorAreRead(String text, Instant at) {
    assertThat(Moments.ofPredecessor(text)).contains(at);
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "''", "2018-03-26", "2018-13-45T00:00:00+00:00", "1522079926"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(Moments.ofPredecessor(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123456+00:00",
    "2026-03-01T10:00:00Z,           2026-03-01T10:00:00.000000+00:00",
  })
  void timesAreWrittenAsThePredecessorDid(Instant at, String text) {
    assertThat(Moments.forPredecessor(at)).isEqualTo(text);
    assertThat(Moments.parse(Moments.exact(at))).isEqualTo(at);
  }

  @Test
  void timesSortAsTexts() {
    List<String> sorted =
        Stream.of(
                "1969-12-31T23:59:59.999999999Z",
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.000000001Z",
                "2026-03-01T10:00:00.1Z")
            .map(Instant::parse)
            .map(Moments::exact)
            .toList();

    assertThat(sorted).isSorted();
  }

  @Test
  void everyTypeOfAttributeIsRead() {
    AttributeValue all =
        AttributeValue.fromM(
            Map.of(
                "b", AttributeValue.fromB(SdkBytes.fromUtf8String("hi")),
                "bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("hi"))),
                "n", AttributeValue.fromN("1.50"),
                "ns", AttributeValue.fromNs(List.of("2", "1")),
                "ss", AttributeValue.fromSs(List.of("b", "a")),
                "t", AttributeValue.fromBool(true),
                "z", AttributeValue.fromNul(true)));

    assertThat(Values.read(all))
        .isEqualTo(
            Value.fields()
                .put("b", "aGk=")
                .put("bs", Value.texts(List.of("aGk=")))
                .put("n", Value.of(new BigDecimal("1.5")))
                .put("ns", Value.items(List.of(Value.of(1), Value.of(2))))
                .put("ss", Value.texts(List.of("a", "b")))
                .put("t", true)
                .put("z", Value.absent())
                .build());
  }

  @Test
  void whatAnAttributeCannotHoldIsATextForOldReaders() {
    BigDecimal large = new BigDecimal("1" + "0".repeat(37) + "12345");

    assertThat(Values.write(Value.of(large))).isEqualTo(AttributeValue.fromS(large.toString()));
    assertThat(Values.write(Value.of(new BigDecimal("1E+130"))).s()).isEqualTo("1E+130");
    assertThat(Values.write(Value.text("half \uD800")).s()).isEqualTo("half ?");
    assertThat(Values.write(Value.fields().put("", 1).build()).m())
        .isEqualTo(Map.of("_", AttributeValue.fromN("1")));
    Value deep = Value.of(1);
    for (int i = 0; i < 100; i++) {
      deep = Value.items(List.of(deep));
    }
    assertThat(Values.write(deep).toString()).contains("nested too deeply");
  }

  @Test
  void whatFitsIsLeftAlone() {
    Value.Fields fields = Value.fields().put("a", "x".repeat(100)).build();

    assertThat(Fitting.fit(fields, 1_000)).isSameAs(fields);
  }

  @Test
  void theLargestGiveWayFirst() {
    Value.Fields fields =
        Value.fields()
            .put("middle", "m".repeat(600))
            .put("small", 1)
            .put("large", "l".repeat(5_000))
            .build();

    Value.Fields fitting = Fitting.fit(fields, 1_000);

    assertThat(fitting.text("middle")).contains("m".repeat(600));
    assertThat(fitting.text("large").orElseThrow()).contains("5002 bytes");
    assertThat(Fitting.bytes(fitting)).isLessThanOrEqualTo(1_000);
  }

  @Test
  void whereNothingFitsOneMarkIsLeft() {
    Value.Builder many = Value.fields();
    for (int i = 0; i < 500; i++) {
      many.put("field-" + i, i);
    }

    assertThat(Fitting.fit(many.build(), 1_000).fields()).hasSize(1);
  }
}
