package dev.hammer.cli.show;

import dev.hammer.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a proof: what offends, or a neighbour of it that does not.
 *
 * @param cells visible text; rows are aligned cell by cell
 * @param remark what is to be said of it, below it; empty for most
 */
record ProofRow(boolean offends, List<String> cells, String remark) {
  private static final int WIDEST_ALIGNED = 40;

  ProofRow {
    cells = List.copyOf(cells);
  }

  ProofRow(boolean offends, List<String> cells) {
    this(offends, cells, "");
  }

  /** The rows as text, offenders marked by {@code >}; the last cells are wrapped. */
  static List<Line> lines(List<ProofRow> rows, int width) {
    List<Integer> widths = widths(rows);
    boolean marked = rows.stream().anyMatch(ProofRow::offends);
    List<Line> lines = new ArrayList<>();
    for (ProofRow row : rows) {
      String mark = marked ? (row.offends ? "> " : "  ") : "";
      StringBuilder head = new StringBuilder(mark);
      for (int i = 0; i < row.cells.size() - 1; i++) {
        head.append(TextWidth.padded(row.cells.get(i), widths.get(i))).append("  ");
      }
      int indent = TextWidth.of(head.toString());
      boolean below = isBelow(row.cells.getLast(), width - indent);
      List<String> last =
          TextWidth.lines(row.cells.getLast(), Math.max(20, width - (below ? 4 : indent)));
      if (below) {
        lines.add(new Line(head.toString().stripTrailing(), row.offends));
        last.forEach(text -> lines.add(new Line("    " + text, row.offends)));
      } else {
        lines.add(new Line((head + last.getFirst()).stripTrailing(), row.offends));
        last.stream()
            .skip(1)
            .forEach(text -> lines.add(new Line(" ".repeat(indent) + text, row.offends)));
      }
      if (!row.remark.isEmpty()) {
        TextWidth.lines(row.remark, Math.max(20, width - 4))
            .forEach(text -> lines.add(new Line("    " + text, false)));
      }
    }
    return lines;
  }

  /** Whether a text goes below the row, as it would have to be broken within a word beside it. */
  private static boolean isBelow(String text, int room) {
    return TextWidth.of(text) > room
        && Arrays.stream(text.split(" ", -1)).anyMatch(word -> TextWidth.of(word) > room);
  }

  /** A line of a proof, and whether it shows the fault. */
  record Line(String text, boolean offends) {}

  private static List<Integer> widths(List<ProofRow> rows) {
    int most = rows.stream().mapToInt(row -> row.cells.size()).max().orElse(0);
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int column = i;
      widths.add(
          rows.stream()
              .filter(row -> row.cells.size() > column + 1)
              .mapToInt(row -> TextWidth.of(row.cells.get(column)))
              .filter(width -> width <= WIDEST_ALIGNED)
              .max()
              .orElse(0));
    }
    return widths;
  }
}
