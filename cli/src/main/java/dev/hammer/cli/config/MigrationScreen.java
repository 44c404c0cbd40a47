package dev.hammer.cli.config;

import dev.hammer.app.config.Migrated;
import dev.hammer.app.config.MigrationNote;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of a migration. */
public final class MigrationScreen {
  private static final int LEFT = 40;
  private static final int INDENT = 2;

  private final int width;
  private final Style style;

  public MigrationScreen(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  /** The notes, those that want a decision last. */
  public List<String> lines(Migrated migrated) {
    List<String> lines = new ArrayList<>();
    for (MigrationNote.Kind kind : MigrationNote.Kind.values()) {
      List<MigrationNote> notes = migrated.notes(kind);
      if (!notes.isEmpty()) {
        lines.add("");
        lines.add(style.bold(title(kind)));
        add(lines, notes);
      }
    }
    return lines;
  }

  private void add(List<String> lines, List<MigrationNote> notes) {
    int room = width < 2 * LEFT ? 0 : LEFT;
    int left =
        notes.stream()
            .mapToInt(note -> TextWidth.of(Visible.of(note.about())))
            .filter(wide -> wide <= room)
            .max()
            .orElse(0);
    for (MigrationNote note : notes) {
      String about = Visible.of(note.about());
      boolean beside = TextWidth.of(about) <= left;
      int indent = beside ? INDENT + left + 2 : 2 * INDENT;
      String head =
          beside ? " ".repeat(INDENT) + TextWidth.padded(about, left) + "  " : " ".repeat(indent);
      if (!beside) {
        TextWidth.lines(about, width - INDENT).forEach(line -> lines.add("  " + line));
      }
      for (String line : TextWidth.lines(Visible.of(note.text()), width - indent)) {
        lines.add(head + line);
        head = " ".repeat(indent);
      }
    }
  }

  private static String title(MigrationNote.Kind kind) {
    return switch (kind) {
      case CHANGED -> "Written in another way, with the same meaning";
      case NO_COUNTERPART -> "Without a counterpart";
      case DECIDE -> "To decide";
    };
  }
}
