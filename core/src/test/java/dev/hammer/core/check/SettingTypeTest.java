package dev.hammer.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTypeTest {
  private static final SettingType<String> WORD = SettingType.oneOf(List.of("tcp", "udp"));

  static List<Arguments> good() {
    return List.of(
        good(SettingType.days(), Value.of(0), 0),
        good(SettingType.days(), Value.of(45), 45),
        good(SettingType.days(), Value.of(36_500), 36_500),
        good(SettingType.days(), num("4.50e1"), 45),
        good(SettingType.days(), Value.text(" 45 "), 45),
        good(SettingType.ports(), ports(22), List.of(22)),
        good(SettingType.ports(), ports(65_535, 0), List.of(65_535, 0)),
        good(SettingType.ports(), Value.items(List.of(Value.text("22"))), List.of(22)),
        good(WORD, Value.text("udp"), "udp"),
        good(SettingType.texts(), Value.texts(List.of()), List.of()),
        good(SettingType.texts(), Value.texts(List.of("a", "b")), List.of("a", "b")),
        good(SettingType.flag(), Value.of(true), true),
        good(SettingType.flag(), Value.of(false), false));
  }

  static List<Arguments> bad() {
    return List.of(
        bad(SettingType.days(), Value.of(-1), "-1: -1 is no number of days"),
        bad(SettingType.days(), Value.of(36_501), "-1: 36501 is no number of days"),
        bad(SettingType.days(), num("1.5"), "-1: 1.5 is no number of days"),
        bad(
            SettingType.days(),
            num("1e30"),
            "-1: 1000000000000000000000000000000 is no number of days"),
        bad(SettingType.days(), Value.text("many"), "-1: \"many\" is no number of days"),
        bad(SettingType.days(), Value.text("-1"), "-1: \"-1\" is no number of days"),
        bad(SettingType.days(), Value.of(true), "-1: true is no number of days"),
        bad(SettingType.days(), Value.absent(), "-1: nothing is no number of days"),
        bad(SettingType.ports(), Value.of(22), "-1: 22 is no list of ports"),
        bad(SettingType.ports(), ports(), "-1: a list is no list of ports"),
        bad(SettingType.ports(), ports(22, 65_536), "1: 65536 is no port (0-65535)"),
        bad(SettingType.ports(), ports(-1), "0: -1 is no port (0-65535)"),
        bad(SettingType.ports(), ports(22, 23, 22), "2: port 22 is there twice"),
        bad(
            SettingType.ports(),
            ports(70_000, 22, 22),
            "0: 70000 is no port (0-65535)",
            "2: port 22 is there twice"),
        bad(WORD, Value.text("TCP"), "-1: \"TCP\" is not one of tcp | udp"),
        bad(WORD, Value.of(1), "-1: 1 is not one of tcp | udp"),
        bad(SettingType.texts(), Value.text("a"), "-1: \"a\" is no list"),
        bad(SettingType.texts(), Value.fields().build(), "-1: an object is no list"),
        bad(
            SettingType.texts(),
            Value.items(List.of(Value.text(" "), Value.text("a"), Value.of(1))),
            "0: \" \" is no text",
            "2: 1 is no text"),
        bad(SettingType.flag(), Value.text("true"), "-1: \"true\" is neither true nor false"),
        bad(SettingType.flag(), Value.of(1), "-1: 1 is neither true nor false"));
  }

  private static Arguments good(SettingType<?> type, Value value, Object read) {
    return Arguments.of(type, value, read);
  }

  private static Arguments bad(SettingType<?> type, Value value, String... problems) {
    return Arguments.of(type, value, List.of(problems));
  }

  private static Value ports(int... numbers) {
    return Value.items(IntStream.of(numbers).mapToObj(Value::of).toList());
  }

  private static Value num(String number) {
    return Value.of(new BigDecimal(number));
  }

  @ParameterizedTest
  @MethodSource("good")
  void reads(SettingType<?> type, Value value, Object expected) {
    List<String> problems = new ArrayList<>();

    assertThat(type.read(value, (i, message, _) -> problems.add(i + ": " + message)))
        .isEqualTo(Optional.of(expected));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void tellsEveryProblemWithARemedy(SettingType<?> type, Value value, List<String> expected) {
    List<String> problems = new ArrayList<>();
    List<String> remedies = new ArrayList<>();

    Optional<?> read =
        type.read(
            value,
            (i, message, remedy) -> {
              problems.add(i + ": " + message);
              remedies.add(remedy);
            });

    assertThat(read).isEmpty();
    assertThat(problems).isEqualTo(expected);
    assertThat(remedies).hasSameSizeAs(expected).doesNotContain("");
  }

  @Test
  void whatIsShownIsReadAgain() {
    assertRoundTrip(SettingType.days(), 45);
    assertRoundTrip(SettingType.ports(), List.of(22, 3389));
    assertRoundTrip(WORD, "tcp");
    assertRoundTrip(SettingType.texts(), List.of("a", "b"));
    assertRoundTrip(SettingType.flag(), true);
  }

  private static <T> void assertRoundTrip(SettingType<T> type, T value) {
    assertThat(
            type.read(
                type.show(value),
                (_, message, _) -> {
                  throw new AssertionError(message);
                }))
        .contains(value);
  }

  @Test
  void aSettingThatIsNotSetHasItsFallback() {
    Setting<Integer> days = new Setting<>("days", SettingType.days(), 45, "how many");
    Setting<Integer> other = new Setting<>("other", SettingType.days(), 7, "how many");
    Settings settings = Settings.DEFAULTS.with(days, 90);

    assertThat(Settings.DEFAULTS.get(days)).isEqualTo(45);
    assertThat(settings.get(days)).isEqualTo(90);
    assertThat(settings.get(other)).isEqualTo(7);
    assertThat(settings.with(days, 1).get(days)).isEqualTo(1);
    assertThat(settings.get(days)).isEqualTo(90);
  }
}
