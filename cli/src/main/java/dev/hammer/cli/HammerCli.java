package dev.hammer.cli;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.command.Commands;
import dev.hammer.cli.command.RootCommand;
import dev.hammer.cli.help.HelpScreen;
import dev.hammer.cli.terminal.ColorMode;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.StoreException;
import dev.hammer.demo.EmulatorUnavailable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses a command line, runs the command, and turns every failure into words and an exit code. */
public final class HammerCli {
  private final Surroundings surroundings;

  public HammerCli(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs one command; never throws. */
  public int run(List<String> arguments) {
    RootCommand root = new RootCommand(surroundings);
    String[] words = arguments.toArray(String[]::new);
    CommandLine line = Commands.line(root, words);
    line.setAbbreviatedOptionsAllowed(false)
        .setOut(writer(surroundings.terminal().out()))
        .setErr(writer(surroundings.terminal().err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .registerConverter(OutputChoice.class, new WordConverter<>(OutputChoice.class))
        .registerConverter(ColorMode.class, new WordConverter<>(ColorMode.class))
        .registerConverter(PolicyFormat.class, new WordConverter<>(PolicyFormat.class))
        .registerConverter(ShellName.class, new WordConverter<>(ShellName.class))
        .registerConverter(PolicyRole.class, new WordConverter<>(PolicyRole.class))
        .registerConverter(Severity.class, new WordConverter<>(Severity.class))
        .setExecutionStrategy(parsed -> execute(parsed, root))
        .setParameterExceptionHandler((failure, _) -> unparsed(failure, words, root))
        .setExecutionExceptionHandler((failure, _, _) -> failed(failure, root).code());
    return line.execute(words);
  }

  /** Help and version go before whatever else was asked for. */
  private int execute(ParseResult parsed, RootCommand root) {
    if (root.options().isHelp()) {
      return help(parsed.asCommandLineList().getLast().getCommandSpec(), root);
    }
    if (root.options().isVersion()) {
      root.print(Version.of());
      return Exit.DONE.code();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Who asks for help gets it, whatever else is wrong on the line. */
  private int unparsed(ParameterException failure, String[] words, RootCommand root) {
    boolean helps =
        Arrays.stream(words)
            .takeWhile(word -> !word.equals("--"))
            .anyMatch(word -> word.equals("--help") || word.equals("-h"));
    return helps
        ? help(failure.getCommandLine().getCommandSpec(), root)
        : usage(failure, words, root).code();
  }

  private static int help(CommandSpec command, RootCommand root) {
    if (command.parent() == null) {
      return root.call();
    }
    new HelpScreen(command, root.terminal().columns(), root.terminal().outStyle())
        .lines()
        .forEach(root::print);
    return Exit.DONE.code();
  }

  /** The options may not have been read when the line made no sense: the format is looked up. */
  private Exit usage(ParameterException failure, String[] words, RootCommand root) {
    OutputFormat format = OutputFormat.of(Arrays.asList(words), root.options().output());
    return report(root, format)
        .failure(
            Exit.USAGE,
            "usage",
            UsageHints.message(failure),
            "See: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
  }

  private Exit failed(Exception failure, RootCommand root) {
    ErrorReport report = report(root, root.options().output());
    return switch (failure) {
      case InvalidConfigurationException invalid -> report.configuration(invalid.loaded());
      case CommandFailure known -> report.failure(known);
      case StoreException store ->
          report.failure(
              Exit.USAGE, "store", message(store), Spoken.of(store.remedy(), root.hammer()));
      case EmulatorUnavailable demo ->
          report.failure(Exit.USAGE, "demo", problem(demo), demo.remedy());
      default -> new DefectReport(surroundings, root.options()).write(failure, report);
    };
  }

  private ErrorReport report(RootCommand root, OutputFormat format) {
    return new ErrorReport(
        surroundings.terminal().with(root.options().color()), format, root.hammer());
  }

  /** The message without the remedy at its end, which is said by itself. */
  private static String problem(EmulatorUnavailable demo) {
    String message = message(demo);
    return message.endsWith(demo.remedy())
        ? message.substring(0, message.length() - demo.remedy().length()).strip()
        : message;
  }

  private static String message(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
