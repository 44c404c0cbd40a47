package dev.hammer.app.doctor;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facts about a store as people read them. */
final class StoreWords {
  private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB"};
  private static final int STEP = 1000;

  private StoreWords() {}

  /** {@code schema 7 105 open issues writable 41 GB free}. */
  static String of(Value.Fields health) {
    List<String> words = new ArrayList<>();
    number(health, "schema").ifPresent(n -> words.add("schema " + n));
    number(health, "open_issues")
        .ifPresent(
            n -> words.add(String.format(Locale.ROOT, "%,d open issue%s", n, n == 1 ? "" : "s")));
    health.get("written_at").ifPresent(_ -> words.add("writable"));
    number(health, "free_bytes").ifPresent(n -> words.add(bytes(n) + " free"));
    return String.join("   ", words);
  }

  private static Optional<Long> number(Value.Fields facts, String name) {
    return facts
        .get(name)
        .flatMap(
            value ->
                value instanceof Value.Num(BigDecimal number)
                    ? Optional.of(number.longValue())
                    : Optional.empty());
  }

  /** In steps of a thousand, rounded down: room that is not there is not promised. */
  private static String bytes(long bytes) {
    long rest = bytes;
    int unit = 0;
    while (rest >= STEP && unit < UNITS.length - 1) {
      rest /= STEP;
      unit++;
    }
    return rest + " " + UNITS[unit];
  }
}
