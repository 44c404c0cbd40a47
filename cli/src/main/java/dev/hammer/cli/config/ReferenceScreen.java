package dev.hammer.cli.config;

import dev.hammer.app.config.ReferenceKey;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** The keys of the configuration, a block for each. */
public final class ReferenceScreen {
  private static final int INDENT = 2;
  private static final int LABEL = 9;

  private final int width;
  private final Style style;

  public ReferenceScreen(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  /** For a terminal. */
  public List<String> lines(List<ReferenceKey> keys) {
    List<String> lines = new ArrayList<>();
    for (ReferenceKey key : keys) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(style.bold(key.key()) + (key.used() ? "" : "   checked, not used yet"));
      add(lines, "", key.about());
      add(lines, "Value", key.form());
      add(lines, "Default", key.usually());
      add(lines, "Example", key.example());
      if (key.predecessor()) {
        add(lines, "Since", "the predecessor's config.json");
      }
    }
    return lines;
  }

  /** For a pipe: a row of full values for each key. */
  public static TextTable table(List<ReferenceKey> keys) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept("KEY"),
                Column.cut("TYPE"),
                Column.cut("VALUE"),
                Column.cut("DEFAULT"),
                Column.cut("EXAMPLE"),
                Column.cut("STANDING"),
                Column.cut("MEANING")));
    for (ReferenceKey key : keys) {
      table.row(
          List.of(
              Cell.of(key.key()),
              Cell.of(key.type()),
              Cell.of(key.form()),
              Cell.of(key.usually()),
              Cell.of(key.example()),
              Cell.of(key.standing()),
              Cell.of(key.about())));
    }
    return table;
  }

  private void add(List<String> lines, String label, String words) {
    int left = label.isEmpty() ? INDENT : INDENT + LABEL;
    String head = " ".repeat(INDENT) + (label.isEmpty() ? "" : TextWidth.padded(label, LABEL));
    for (String line : TextWidth.lines(words, width - left)) {
      lines.add(head + line);
      head = " ".repeat(left);
    }
  }
}
