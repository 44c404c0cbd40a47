package dev.hammer.cli.help;

import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * How one command is used: examples first, then what it does, its options, those of every command,
 * and how it may end.
 */
public final class HelpScreen {
  private static final int MARGIN = 2;
  private static final int WIDEST_NAME = 26;

  private final CommandSpec command;
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  public HelpScreen(CommandSpec command, int width, Style style) {
    this.command = command;
    this.width = width;
    this.style = style;
  }

  /** The lines of the screen. */
  public List<String> lines() {
    lines.clear();
    examples();
    words();
    below();
    arguments();
    options();
    endings();
    return List.copyOf(lines);
  }

  private void examples() {
    for (String example : command.usageMessage().customSynopsis()) {
      lines.add(" ".repeat(MARGIN) + style.bold(example));
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private void words() {
    text(command.usageMessage().header());
    text("");
    text(command.usageMessage().description());
  }

  private void text(String... paragraphs) {
    for (String paragraph : paragraphs) {
      boolean twice = paragraph.isEmpty() && (lines.isEmpty() || lines.getLast().isEmpty());
      if (!twice) {
        lines.addAll(TextWidth.lines(plain(paragraph), width));
      }
    }
  }

  private void below() {
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    List<Entry> commands =
        command.subcommands().values().stream()
            .map(line -> line.getCommandSpec())
            .filter(spec -> !spec.usageMessage().hidden())
            .map(
                spec ->
                    new Entry(
                        command.qualifiedName() + " " + spec.name(),
                        String.join(" ", spec.usageMessage().header())))
            .toList();
    block("Commands", commands);
  }

  private void arguments() {
    block(
        "Arguments",
        command.positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .map(parameter -> new Entry(name(parameter), description(parameter)))
            .toList());
  }

  private void options() {
    List<OptionSpec> own =
        command.options().stream().filter(o -> !o.hidden() && !isShared(o)).toList();
    List<OptionSpec> shared =
        command.options().stream().filter(o -> !o.hidden() && isShared(o)).toList();
    block("Options", own.stream().map(HelpScreen::entry).toList());
    block("Options of every command", shared.stream().map(HelpScreen::entry).toList());
  }

  private void endings() {
    Set<String> codes = new TreeSet<>(command.usageMessage().exitCodeList().keySet());
    block(
        "Exit codes",
        Arrays.stream(Exit.values())
            .filter(exit -> codes.contains(String.valueOf(exit.code())))
            .map(exit -> new Entry(String.valueOf(exit.code()), exit.meaning()))
            .toList());
  }

  /** Options that the root hands down, and the root's own. */
  private static boolean isShared(OptionSpec option) {
    return option.inherited() || option.scopeType() == picocli.CommandLine.ScopeType.INHERIT;
  }

  private static Entry entry(OptionSpec option) {
    List<String> names = Arrays.stream(option.names()).sorted(HelpScreen::byLength).toList();
    String shown = names.getFirst().startsWith("--") ? "    " : "";
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    return new Entry(shown + String.join(", ", names) + value, description(option));
  }

  private static int byLength(String a, String b) {
    return Integer.compare(a.length(), b.length());
  }

  private static String name(PositionalParamSpec parameter) {
    boolean many = parameter.arity().max() > 1;
    return parameter.paramLabel() + (many ? "..." : "");
  }

  private static String description(ArgSpec arg) {
    return Arrays.stream(arg.description()).map(HelpScreen::plain).collect(Collectors.joining(" "));
  }

  /** picocli's own escapes, should a text have them. */
  private static String plain(String text) {
    return text.replace("%%", "%").replace("%n", " ");
  }

  private void block(String title, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int widest =
        entries.stream()
            .mapToInt(entry -> TextWidth.of(entry.name))
            .filter(w -> w <= WIDEST_NAME)
            .max()
            .orElse(WIDEST_NAME);
    int indent = MARGIN + widest + 2;
    lines.add("");
    lines.add(style.bold(title));
    for (Entry entry : entries) {
      List<String> words = TextWidth.lines(entry.words, Math.max(20, width - indent));
      String head = " ".repeat(MARGIN) + TextWidth.padded(entry.name, widest) + "  ";
      boolean fits = TextWidth.of(entry.name) <= widest;
      lines.add((fits ? head + words.getFirst() : head).stripTrailing());
      words.stream().skip(fits ? 1 : 0).forEach(word -> lines.add(" ".repeat(indent) + word));
    }
  }

  private record Entry(String name, String words) {}
}
