package dev.hammer.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands of {@code hammer}, in the order of its help. To describe one takes longer than to
 * read a configuration, so a line that names commands gets those described and no other.
 */
public final class Commands {
  /** Their names. */
  public static final List<String> NAMES =
      List.of(
          "demo",
          "scan",
          "issues",
          "show",
          "history",
          "diff",
          "checks",
          "judge",
          "whitelist",
          "doctor",
          "accounts",
          "policy",
          "config",
          "store",
          "import",
          "completion",
          "version",
          "help");

  /** These speak of the others. */
  private static final Set<String> SPEAKING_OF_ALL = Set.of("help", "completion");

  private Commands() {}

  /**
   * The line of {@code hammer} with the commands that {@code words} may mean: those whose names are
   * among them, wherever they stand; all, where there is none, or one that speaks of the others.
   */
  public static CommandLine line(RootCommand root, String... words) {
    CommandLine line = new CommandLine(root);
    List<String> named = NAMES.stream().filter(Arrays.asList(words)::contains).toList();
    boolean all = named.isEmpty() || named.stream().anyMatch(SPEAKING_OF_ALL::contains);
    (all ? NAMES : named).forEach(name -> line.addSubcommand(name, command(name)));
    return line;
  }

  private static Object command(String name) {
    return switch (name) {
      case "demo" -> new DemoCommand();
      case "scan" -> new ScanCommand();
      case "issues" -> new IssuesCommand();
      case "show" -> new ShowCommand();
      case "history" -> new HistoryCommand();
      case "diff" -> new DiffCommand();
      case "checks" -> new ChecksCommand();
      case "judge" -> new JudgeCommand();
      case "whitelist" -> new WhitelistCommand();
      case "doctor" -> new DoctorCommand();
      case "accounts" -> new AccountsCommand();
      case "policy" -> new PolicyCommand();
      case "config" -> new ConfigCommand();
      case "store" -> new StoreCommand();
      case "import" -> new ImportCommand();
      case "completion" -> new CompletionCommand();
      case "version" -> new VersionCommand();
      case "help" -> new HelpCommand();
      default -> throw new IllegalArgumentException("hammer has no command " + name);
    };
  }
}
