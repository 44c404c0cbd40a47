package dev.hammer.cli.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows in columns. On a terminal they are fitted: the gaps narrow first, then the columns that are
 * least needed go, then long values lose their middle. In a pipe each row is a line of full values
 * between tabs.
 */
public final class TextTable {
  private static final int WIDE_GAP = 2;

  /** Stands where there is nothing. */
  private static final String NONE = "-";

  /** What a long value is granted before other columns have to go for it. */
  private static final int GRANTED = 24;

  private static final int GRANTED_NAME = 28;
  private static final int NARROWEST = 8;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** What may happen to a column where there is too little room. */
  private enum Fit {
    KEPT,
    CUT,
    DROPPED
  }

  /** The head of a column, and what may happen to it. */
  public record Column(String title, Fit fit, int order, int granted, boolean right) {
    /** A column that is always shown in full, such as the ref. */
    public static Column kept(String title) {
      return new Column(title, Fit.KEPT, 0, 0, false);
    }

    /** A column whose long values may lose their middle. */
    public static Column cut(String title) {
      return new Column(title, Fit.CUT, 0, GRANTED, false);
    }

    /** The same for names of ours, which are cut later than those of others. */
    public static Column cutLate(String title) {
      return new Column(title, Fit.CUT, 0, GRANTED_NAME, false);
    }

    /**
     * A column that may go.
     *
     * @param order the lowest goes first
     */
    public static Column dropped(String title, int order) {
      return new Column(title, Fit.DROPPED, order, 0, false);
    }

    /** The same with its values at the right, as numbers are. */
    public Column toTheRight() {
      return new Column(title, fit, order, granted, true);
    }
  }

  /**
   * One value.
   *
   * @param shown for a terminal, free of control characters
   * @param full for pipes, free of control characters
   */
  public record Cell(String shown, String full, UnaryOperator<String> paint) {
    public static Cell of(String text) {
      return new Cell(text, text, UnaryOperator.identity());
    }
  }

  /** Adds a row; it has a cell for each column. */
  public TextTable row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Head and rows, no line wider than this if that can be had. */
  public List<String> fitted(int width, Style style) {
    int[] natural = natural();
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      shown.add(i);
    }
    int gap = WIDE_GAP;
    if (needed(shown, natural, gap) > width) {
      gap = 1;
    }
    while (needed(shown, natural, gap) > width && drop(shown)) {
      if (needed(shown, natural, WIDE_GAP) <= width) {
        gap = WIDE_GAP;
      }
    }
    int[] widths = widths(shown, natural, width - gap * (shown.size() - 1));
    List<String> lines = new ArrayList<>();
    lines.add(style.bold(line(titles(), shown, widths, gap)));
    for (List<Cell> row : rows) {
      lines.add(line(row, shown, widths, gap));
    }
    return lines;
  }

  /** Head and rows with every column and every value in full, however wide that is. */
  public List<String> wide(Style style) {
    List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
    int[] widths = new int[columns.size()];
    for (int i : all) {
      widths[i] = TextWidth.of(columns.get(i).title().strip());
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i).full()));
      }
    }
    List<String> lines = new ArrayList<>();
    List<Cell> head = columns.stream().map(column -> Cell.of(column.title().strip())).toList();
    lines.add(style.bold(line(head, all, widths, WIDE_GAP)));
    for (List<Cell> row : rows) {
      List<Cell> whole =
          row.stream().map(cell -> new Cell(cell.full(), cell.full(), cell.paint())).toList();
      lines.add(line(whole, all, widths, WIDE_GAP));
    }
    return lines;
  }

  /** As people asked to see it: fitted to the terminal, or in full. */
  public List<String> shown(Terminal terminal, boolean isWide) {
    Style style = terminal.outStyle();
    return isWide ? wide(style) : fitted(terminal.columns(), style);
  }

  /** Full values between tabs. */
  public List<String> tabbed(boolean withHead) {
    List<String> lines = new ArrayList<>();
    if (withHead) {
      lines.add(String.join("\t", columns.stream().map(column -> column.title().strip()).toList()));
    }
    for (List<Cell> row : rows) {
      lines.add(String.join("\t", row.stream().map(Cell::full).toList()));
    }
    return lines;
  }

  /** For spreadsheets: the heads and full values, each line with its end. */
  public List<String> csv() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Csv.line(
            columns.stream()
                .map(column -> column.title().strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList()));
    for (List<Cell> row : rows) {
      lines.add(Csv.line(row.stream().map(Cell::full).map(v -> v.equals(NONE) ? "" : v).toList()));
    }
    return lines;
  }

  private int[] natural() {
    int[] natural = new int[columns.size()];
    for (int i = 0; i < natural.length; i++) {
      natural[i] = TextWidth.of(columns.get(i).title());
      for (List<Cell> row : rows) {
        natural[i] = Math.max(natural[i], TextWidth.of(row.get(i).shown()));
      }
    }
    return natural;
  }

  /** What must be had at least, long values cut to what they are granted. */
  private int needed(List<Integer> shown, int[] natural, int gap) {
    int sum = gap * (shown.size() - 1);
    for (int i : shown) {
      boolean cut = columns.get(i).fit() == Fit.CUT;
      sum += cut ? Math.min(natural[i], columns.get(i).granted()) : natural[i];
    }
    return sum;
  }

  private boolean drop(List<Integer> shown) {
    Optional<Integer> first =
        shown.stream()
            .filter(i -> columns.get(i).fit() == Fit.DROPPED)
            .min(Comparator.comparingInt(i -> columns.get(i).order()));
    first.ifPresent(column -> shown.remove((Object) column));
    return first.isPresent();
  }

  /** What is widest beside what it is granted gives way, column by column, until all fits. */
  private int[] widths(List<Integer> shown, int[] natural, int room) {
    int[] widths = natural.clone();
    while (shown.stream().mapToInt(i -> widths[i]).sum() > room) {
      Optional<Integer> widest =
          shown.stream()
              .filter(i -> columns.get(i).fit() == Fit.CUT && widths[i] > NARROWEST)
              .max(Comparator.comparingInt(i -> widths[i] - columns.get(i).granted()));
      if (widest.isEmpty()) {
        return widths;
      }
      widths[widest.get()]--;
    }
    return widths;
  }

  private List<Cell> titles() {
    return columns.stream().map(column -> Cell.of(column.title())).toList();
  }

  private String line(List<Cell> cells, List<Integer> shown, int[] widths, int gap) {
    StringBuilder line = new StringBuilder();
    int blanks = 0;
    for (int i : shown) {
      Cell cell = cells.get(i);
      String text = TextWidth.withoutMiddle(cell.shown(), widths[i]);
      int rest = widths[i] - TextWidth.of(text);
      blanks += columns.get(i).right() ? rest : 0;
      line.append(" ".repeat(blanks)).append(cell.paint().apply(text));
      blanks = gap + (columns.get(i).right() ? 0 : rest);
    }
    return line.toString().stripTrailing();
  }
}
