package dev.hammer.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the reference, written in Markdown, as plain text: headings in bold, paragraphs filled
 * to the width, tables in columns, code as it is.
 */
public final class PlainPage {
  private static final Pattern RULE = Pattern.compile("[|\\s:-]+");
  private static final Pattern EMPHASIS = Pattern.compile("\\*([^*\\s][^*]*)\\*");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]+)\\)");
  private static final String FENCE = "```";
  private static final String CODE = "    ";
  private static final String ITEM = "- ";
  private static final int GAP = 2;
  private static final int NARROWEST = 16;

  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();
  private final List<List<String>> table = new ArrayList<>();

  private PlainPage(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  /** The lines of the page. */
  public static List<String> lines(String markdown, int width, Style style) {
    PlainPage page = new PlainPage(width, style);
    page.read(markdown.lines().toList());
    return List.copyOf(page.lines);
  }

  private void read(List<String> source) {
    boolean fenced = false;
    for (String line : source) {
      if (line.strip().startsWith(FENCE)) {
        end();
        fenced = !fenced;
      } else if (fenced) {
        lines.add(CODE + line);
      } else {
        read(line);
      }
    }
    end();
  }

  private void read(String line) {
    if (line.startsWith("#")) {
      end();
      lines.add(style.bold(plain(line.replaceFirst("^#+\\s*", ""))));
    } else if (line.startsWith(CODE) && paragraph.isEmpty()) {
      lines.add(line);
    } else if (line.startsWith("|")) {
      fill();
      row(line);
    } else if (line.isBlank()) {
      end();
      if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
        lines.add("");
      }
    } else {
      if (line.startsWith(ITEM)) {
        end();
      }
      paragraph.add(line.strip());
    }
  }

  private void end() {
    fill();
    align();
  }

  private void fill() {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = String.join(" ", paragraph);
    paragraph.clear();
    if (text.startsWith(ITEM)) {
      List<String> filled =
          TextWidth.lines(plain(text.substring(ITEM.length())), width - ITEM.length());
      lines.add(ITEM + filled.getFirst());
      filled.stream().skip(1).forEach(line -> lines.add(" ".repeat(ITEM.length()) + line));
    } else {
      lines.addAll(TextWidth.lines(plain(text), width));
    }
  }

  private void row(String line) {
    if (RULE.matcher(line).matches()) {
      return;
    }
    String inner = line.strip().substring(1);
    if (inner.endsWith("|")) {
      inner = inner.substring(0, inner.length() - 1);
    }
    table.add(Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(PlainPage::cell).toList());
  }

  private static String cell(String text) {
    return plain(text.strip().replace("\\|", "|"));
  }

  private void align() {
    if (table.isEmpty()) {
      return;
    }
    int[] widths = widths();
    for (int i = 0; i < table.size(); i++) {
      add(table.get(i), widths, i == 0);
    }
    table.clear();
  }

  /** The widest column gives way until the table fits. */
  private int[] widths() {
    int columns = table.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    table.forEach(
        row -> {
          for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
          }
        });
    int room = width - GAP * columns;
    while (Arrays.stream(widths).sum() > room) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private void add(List<String> row, int[] widths, boolean head) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(TextWidth.lines(row.get(i), widths[i]));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int h = 0; h < height; h++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String text = h < cells.get(i).size() ? cells.get(i).get(h) : "";
        line.append(" ".repeat(GAP)).append(TextWidth.padded(text, widths[i]));
      }
      String shown = line.toString().stripTrailing();
      lines.add(head ? style.faint(shown) : shown);
    }
  }

  /** Without the marks of Markdown. */
  private static String plain(String text) {
    String linked = LINK.matcher(text).replaceAll("$1 ($2)");
    StringBuilder plain = new StringBuilder();
    String[] parts = linked.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1;
      plain.append(code ? parts[i] : EMPHASIS.matcher(parts[i].replace("**", "")).replaceAll("$1"));
    }
    return Visible.of(plain.toString());
  }
}
