package dev.hammer.cli.help;

import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code hammer} alone says: every command there is, by what one wants to do. */
public final class RootScreen {
  private static final int AIM = 11;
  private static final int NAME = 12;
  private static final int WORDS = 31;

  /** A command and what it is for, in a few words. */
  private record Entry(String name, String words) {}

  /** What one wants to do, and what does it, two to a line where there is room. */
  private record Aim(String name, boolean pairs, List<Entry> entries) {}

  private static final List<Aim> AIMS =
      List.of(
          new Aim(
              "Start",
              false,
              List.of(
                  new Entry("demo", "See it work on a built-in bad estate, no account needed"),
                  new Entry("scan", "Look at accounts and record issues (never changes AWS)"))),
          new Aim(
              "Look",
              true,
              List.of(
                  new Entry("issues", "List and filter"),
                  new Entry("show", "One issue: why, proof, history"),
                  new Entry("history", "What happened, by whom and when"),
                  new Entry("diff", "What changed between two scans"),
                  new Entry("checks", "What is looked for, and why"),
                  new Entry("judge", "Is this policy public? (no AWS)"))),
          new Aim(
              "Accept",
              false,
              List.of(new Entry("whitelist", "Accept a risk, with owner, reason and expiry"))),
          new Aim(
              "Set up",
              true,
              List.of(
                  new Entry("doctor", "Prove that a scan will work"),
                  new Entry("accounts", "Which, how well covered"),
                  new Entry("policy", "Least permissions for scans"),
                  new Entry("config", "Write, prove, explain settings"),
                  new Entry("store", "Check, shrink, export, import"),
                  new Entry("import", "Take the predecessor over"),
                  new Entry("completion", "For bash and zsh"),
                  new Entry("version", "Which Hammer this is"),
                  new Entry("help", "A command, or a topic"))));

  private final Set<String> commands;
  private final int width;
  private final Style style;

  /**
   * Prepares the screen.
   *
   * @param commands the names of the commands that exist; no other is shown
   */
  public RootScreen(Set<String> commands, int width, Style style) {
    this.commands = Set.copyOf(commands);
    this.width = width;
    this.style = style;
  }

  /** Every command it would show. */
  static Stream<String> names() {
    return AIMS.stream().flatMap(aim -> aim.entries.stream()).map(Entry::name);
  }

  /** The lines of the screen. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        TextWidth.lines(
            "Hammer finds AWS misconfigurations, proves each, and remembers it as an issue with a"
                + " life.",
            width));
    lines.add("");
    AIMS.forEach(aim -> add(aim, lines));
    lines.add("");
    lines.addAll(hints());
    return lines;
  }

  private void add(Aim aim, List<String> lines) {
    List<Entry> there = aim.entries.stream().filter(e -> commands.contains(e.name)).toList();
    int step = aim.pairs && width >= AIM + 2 * (NAME + WORDS) + 2 ? 2 : 1;
    for (int i = 0; i < there.size(); i += step) {
      String label = i == 0 ? aim.name : "";
      String begin = style.bold(label) + " ".repeat(AIM - label.length());
      if (step == 2) {
        lines.add(begin + pair(there.subList(i, Math.min(i + 2, there.size()))));
      } else {
        begin += TextWidth.padded(there.get(i).name, NAME);
        for (String words : TextWidth.lines(there.get(i).words, width - AIM - NAME)) {
          lines.add(begin + words);
          begin = " ".repeat(AIM + NAME);
        }
      }
    }
  }

  private static String pair(List<Entry> pair) {
    String first = entry(pair.getFirst());
    return pair.size() == 1
        ? first
        : TextWidth.padded(first, NAME + WORDS + 2) + entry(pair.getLast());
  }

  private static String entry(Entry entry) {
    return TextWidth.padded(entry.name, NAME) + entry.words;
  }

  private List<String> hints() {
    List<String> hints =
        List.of(
            "Try: hammer demo",
            "Then: hammer doctor && hammer scan",
            "More: hammer help <command>");
    String line = String.join("        ", hints);
    return TextWidth.of(line) <= width ? List.of(line) : hints;
  }
}
