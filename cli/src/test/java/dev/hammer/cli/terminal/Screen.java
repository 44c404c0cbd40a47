package dev.hammer.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal as a person sees it: it wraps, obeys the sequences that drawing in place needs, and
 * flows wrapped lines anew when it is made narrower or wider. Any other sequence is an error.
 */
public final class Screen {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\??)(\\d*)([A-Za-z])");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Row> rows = new ArrayList<>(List.of(new Row()));
  private int columns;
  private int row;
  private int column;
  private boolean wraps = true;

  /** A row of the screen; soft if the next one goes on with its line. */
  private static final class Row {
    private final StringBuilder text = new StringBuilder();
    private boolean soft;
  }

  public Screen(int columns) {
    this.columns = columns;
  }

  /** Where a program writes to. */
  public PrintStream stream() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** The rows as they are seen, without blanks at their ends and empty rows at the end. */
  public List<String> seen() {
    obey();
    List<String> seen =
        new ArrayList<>(rows.stream().map(r -> r.text.toString().stripTrailing()).toList());
    while (!seen.isEmpty() && seen.getLast().isEmpty()) {
      seen.removeLast();
    }
    return seen;
  }

  /** The row the cursor is in. */
  public int row() {
    obey();
    return row;
  }

  /** The column the cursor is in. */
  public int column() {
    obey();
    return column;
  }

  /** Whether text that is too long would wrap. */
  public boolean wraps() {
    obey();
    return wraps;
  }

  /** Makes it narrower or wider: lines flow anew, and the cursor stays at its character. */
  public void resize(int width) {
    obey();
    List<StringBuilder> lines = new ArrayList<>();
    int line = 0;
    int offset = 0;
    boolean goesOn = false;
    for (int i = 0; i < rows.size(); i++) {
      if (!goesOn) {
        lines.add(new StringBuilder());
      }
      if (i == row) {
        line = lines.size() - 1;
        offset = lines.getLast().length() + column;
      }
      lines.getLast().append(rows.get(i).text);
      goesOn = rows.get(i).soft;
    }
    columns = width;
    rows.clear();
    for (int i = 0; i < lines.size(); i++) {
      int first = rows.size();
      String text = lines.get(i).toString();
      do {
        Row next = new Row();
        String part = text.substring(0, Math.min(width, text.length()));
        next.text.append(part);
        text = text.substring(part.length());
        next.soft = !text.isEmpty();
        rows.add(next);
      } while (!text.isEmpty());
      if (i == line) {
        row = Math.min(rows.size() - 1, first + offset / width);
        column = offset % width;
      }
    }
  }

  private void obey() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    Matcher sequence = SEQUENCE.matcher(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> column = 0;
        case '\n' -> {
          rows.get(row).soft = false;
          column = 0;
          down();
        }
        case '\u001b' -> {
          if (!sequence.find(i) || sequence.start() != i) {
            throw new AssertionError("not a sequence: " + text.substring(i + 1));
          }
          obey(sequence.group(1), sequence.group(2), sequence.group(3));
          i = sequence.end() - 1;
        }
        default -> put(c);
      }
    }
  }

  private void obey(String mark, String number, String letter) {
    int count = number.isEmpty() ? 0 : Integer.parseInt(number);
    switch (mark + letter) {
      case "K" -> cut(rows.get(row));
      case "J" -> {
        cut(rows.get(row));
        while (rows.size() > row + 1) {
          rows.removeLast();
        }
      }
      case "A" -> row = Math.max(0, row - Math.max(1, count));
      case "?l" -> wraps = count != 7 && wraps;
      case "?h" -> wraps = count == 7 || wraps;
      case "m" -> {}
      default -> throw new AssertionError("unknown sequence " + mark + number + letter);
    }
  }

  private void cut(Row at) {
    at.text.setLength(Math.min(at.text.length(), column));
    at.soft = false;
  }

  private void put(char c) {
    if (column == columns) {
      if (wraps) {
        rows.get(row).soft = true;
        column = 0;
        down();
      } else {
        column = columns - 1;
      }
    }
    StringBuilder text = rows.get(row).text;
    while (text.length() <= column) {
      text.append(' ');
    }
    text.setCharAt(column, c);
    column++;
  }

  private void down() {
    row++;
    if (row == rows.size()) {
      rows.add(new Row());
    }
  }
}
