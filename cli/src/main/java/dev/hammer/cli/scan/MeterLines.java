package dev.hammer.cli.scan;

import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.scan.Unit;
import java.util.ArrayList;
import java.util.List;

/** A scan under way as lines for a screen of any width: what matters most stays longest. */
record MeterLines(ScanMeter meter, int columns) {
  private static final int BAR = 32;
  private static final int SHORTEST_BAR = 10;
  private static final int NOW_SHOWN = 3;

  /** One line while accounts are entered, then two. None touches the last column. */
  List<String> lines() {
    return meter.isPlanned() ? List.of(bar(), activity()) : List.of(entering());
  }

  private int width() {
    return Math.max(1, columns - 1);
  }

  private String entering() {
    String time = "   " + Words.duration(meter.elapsed());
    int all = meter.accounts();
    if (all == 0) {
      return firstThatFits("Asking AWS for the accounts ..." + time, "Asking AWS ...", "...");
    }
    String count = Words.number(meter.entries()) + " of " + Words.number(all);
    return firstThatFits(
        "Entering accounts " + count + " ..." + time,
        "Entering accounts " + count + " ...",
        "Entering " + count,
        count);
  }

  private String bar() {
    int units = meter.units();
    int done = meter.done();
    String of = Words.number(done) + " of " + Words.count(units, "unit");
    String percent = (units == 0 ? 100 : 100L * done / units) + " %";
    String time =
        Words.duration(meter.elapsed())
            + meter.remaining().map(left -> ", about " + Words.duration(left) + " left").orElse("");
    String figures = of + "  " + percent + "   " + time;
    int room = Math.min(BAR, width() - TextWidth.of(figures) - "[]  ".length());
    return room >= SHORTEST_BAR
        ? "[" + filled(room, done, units) + "]  " + figures
        : firstThatFits(
            figures,
            of + "  " + percent,
            Words.number(done) + "/" + Words.number(units) + "  " + percent,
            percent);
  }

  private static String filled(int length, int done, int units) {
    int filled = units == 0 ? 0 : (int) ((long) length * done / units);
    return "#".repeat(filled) + "-".repeat(length - filled);
  }

  private String activity() {
    List<Unit> now = meter.now();
    StringBuilder line = new StringBuilder(" " + Words.number(meter.judged()) + " judged");
    List<String> more = new ArrayList<>();
    more.add("   " + Words.count(meter.fresh(), "new issue"));
    more.add("   " + Words.count(meter.requests(), "request"));
    now.stream()
        .limit(NOW_SHOWN)
        .forEach(unit -> more.add((more.size() == 2 ? "   now " : "    ") + shown(unit)));
    if (now.size() > NOW_SHOWN) {
      more.add(" and " + Words.number(now.size() - NOW_SHOWN) + " more");
    }
    for (String part : more) {
      if (TextWidth.of(line.toString()) + TextWidth.of(part) > width()) {
        break;
      }
      line.append(part);
    }
    return firstThatFits(line.toString());
  }

  private String shown(Unit unit) {
    return unit.service()
        + " "
        + Visible.of(meter.account(unit))
        + (unit.region().isReal() ? " " + unit.region() : "");
  }

  private String firstThatFits(String... texts) {
    for (String text : texts) {
      if (TextWidth.of(text) <= width()) {
        return text;
      }
    }
    return TextWidth.withoutMiddle(texts[texts.length - 1], width());
  }
}
