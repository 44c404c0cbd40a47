package dev.hammer.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table for spreadsheets as RFC 4180 has them. What a spreadsheet would take for a
 * formula is marked as text, and control characters are shown instead of obeyed: the cells come
 * from people who may want to harm whoever opens the file.
 */
public final class Csv {
  /** Spreadsheets compute what begins so; the last four are the wide forms. */
  private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String END = "\r\n";

  private Csv() {}

  /** A line with its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(String text) {
    String visible = Visible.of(text);
    String harmless = isFormula(text) ? "'" + visible : visible;
    return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || !harmless.equals(harmless.strip())
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
