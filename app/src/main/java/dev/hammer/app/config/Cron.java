package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** A schedule of five fields. */
record Cron() implements Kind<String> {
  private static final List<CronField> FIELDS =
      List.of(
          new CronField("minute", 0, 59, List.of()),
          new CronField("hour", 0, 23, List.of()),
          new CronField("day of the month", 1, 31, List.of()),
          new CronField(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new CronField(
              "day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  @Override
  public String form() {
    return "schedule of five fields";
  }

  @Override
  public String example() {
    return "55 * * * *";
  }

  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    String text = Word.textOf(node).orElse("").strip();
    Optional<String> fault = fault(text);
    fault.ifPresent(
        why ->
            problems.error(
                node.at(),
                key,
                key + ": " + Shown.of(node) + " is no schedule: " + why,
                "write five fields, such as 55 * * * *"));
    return fault.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> fault(String text) {
    String[] words = text.split("\\s+", -1);
    if (words.length != FIELDS.size()) {
      return Optional.of("it has " + (text.isEmpty() ? 0 : words.length) + " fields, not 5");
    }
    for (int i = 0; i < words.length; i++) {
      if (!FIELDS.get(i).accepts(words[i])) {
        return Optional.of(Shown.quoted(words[i]) + " is no " + FIELDS.get(i).name());
      }
    }
    return Optional.empty();
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }
}
