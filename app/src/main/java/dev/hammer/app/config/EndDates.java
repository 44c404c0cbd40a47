package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** A day, a moment or {@code never}. */
record EndDates() implements Kind<EndDate> {
  static final Kind<EndDate> KIND = new EndDates();

  @Override
  public Optional<EndDate> read(Node node, String key, Problems problems) {
    Optional<EndDate> end = Word.textOf(node).flatMap(EndDate::parse);
    if (end.isEmpty()) {
      problems.error(
          node.at(),
          key,
          key + ": " + Shown.of(node) + " is no date",
          "write it as in 2027-02-22, or never");
    }
    return end;
  }

  @Override
  public String form() {
    return "date, moment or never";
  }

  @Override
  public String example() {
    return "2027-02-22";
  }

  @Override
  public Value show(EndDate value) {
    return Value.text(value.at().map(Object::toString).orElse("never"));
  }
}
