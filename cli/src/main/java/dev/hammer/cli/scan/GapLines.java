package dev.hammer.cli.scan;

import dev.hammer.app.config.AcceptedGap;
import dev.hammer.app.config.Gaps;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the parts of the scope that a scan left out because somebody accepted that. */
final class GapLines {
  private static final int SHOWN = 5;

  private GapLines() {}

  /** One line for each accepted gap that leaves anything out. */
  static List<String> of(List<Gaps.Left> left) {
    Map<AcceptedGap, Integer> units = new LinkedHashMap<>();
    left.forEach(one -> units.merge(one.gap(), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    units.entrySet().stream()
        .limit(SHOWN)
        .forEach(e -> lines.add(line(lines.isEmpty(), e.getKey(), e.getValue())));
    int more = units.size() - SHOWN;
    if (more > 0) {
      lines.add("             and " + Words.number(more) + " more: -o json shows all");
    }
    return lines;
  }

  private static String line(boolean isFirst, AcceptedGap gap, int units) {
    return (isFirst ? "Accepted gap " : "             ")
        + Words.count(units, "unit")
        + " not read: "
        + Visible.of(gap.about())
        + gap.expires().map(end -> ", until " + Words.day(end)).orElse(", for ever")
        + ": "
        + Visible.of(gap.reason());
  }
}
