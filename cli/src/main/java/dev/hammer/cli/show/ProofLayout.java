package dev.hammer.cli.show;

import dev.hammer.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays rows out: cells aligned, offenders marked by {@code >} if there are any. The last cell is
 * wrapped; what would leave it no room goes below the row with it.
 */
final class ProofLayout {
  private static final String GAP = "  ";
  private static final String BELOW = "    ";
  private static final int WIDEST_ALIGNED = 40;
  private static final int NARROWEST = 20;

  private final List<ProofRow> rows;
  private final int width;
  private final boolean marked;
  private final List<Integer> widths;
  private final List<Line> lines = new ArrayList<>();

  ProofLayout(List<ProofRow> rows, int width) {
    this.rows = rows;
    this.width = width;
    this.marked = rows.stream().anyMatch(ProofRow::offends);
    this.widths = widths(rows);
  }

  /** A line of a proof, and whether it shows the fault. */
  record Line(String text, boolean offends) {}

  List<Line> lines() {
    for (ProofRow row : rows) {
      String mark = marked ? (row.offends() ? "> " : "  ") : "";
      add(row, mark);
      if (!row.remark().isEmpty()) {
        below(row.remark(), false);
      }
    }
    return lines;
  }

  private void add(ProofRow row, String mark) {
    StringBuilder head = new StringBuilder(mark);
    int last = row.cells().size() - 1;
    int shown = 0;
    while (shown < last && TextWidth.of(head + cell(row, shown)) <= width - NARROWEST) {
      head.append(cell(row, shown)).append(GAP);
      shown++;
    }
    int indent = TextWidth.of(head.toString());
    String rest = String.join(GAP, row.cells().subList(shown, last + 1));
    if (shown > 0 && (shown < last || breaksWords(rest, width - indent))) {
      lines.add(new Line(head.toString().stripTrailing(), row.offends()));
      below(rest, row.offends());
      return;
    }
    String before = head.toString();
    for (String text : TextWidth.lines(rest, Math.max(NARROWEST, width - indent))) {
      lines.add(new Line((before + text).stripTrailing(), row.offends()));
      before = " ".repeat(indent);
    }
  }

  private String cell(ProofRow row, int column) {
    return TextWidth.padded(row.cells().get(column), widths.get(column));
  }

  private void below(String text, boolean offends) {
    TextWidth.lines(text, Math.max(NARROWEST, width - BELOW.length()))
        .forEach(line -> lines.add(new Line(BELOW + line, offends)));
  }

  private static boolean breaksWords(String text, int room) {
    return Arrays.stream(text.split(" ", -1)).anyMatch(word -> TextWidth.of(word) > room);
  }

  /** The widest cell of each column, but of those that are too wide to align to. */
  private static List<Integer> widths(List<ProofRow> rows) {
    int most = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int column = i;
      widths.add(
          rows.stream()
              .filter(row -> row.cells().size() > column + 1)
              .mapToInt(row -> TextWidth.of(row.cells().get(column)))
              .filter(width -> width <= WIDEST_ALIGNED)
              .max()
              .orElse(0));
    }
    return widths;
  }
}
