package dev.hammer.cli;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.command.RootCommand;
import dev.hammer.core.issue.StoreException;
import dev.hammer.demo.EmulatorUnavailable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Parses a command line, runs the command, and turns every failure into words and an exit code. */
public final class HammerCli {
  private final Surroundings surroundings;

  public HammerCli(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs one command; never throws. */
  public int run(List<String> arguments) {
    RootCommand root = new RootCommand(surroundings);
    CommandLine line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setOut(writer(surroundings.terminal().out()))
        .setErr(writer(surroundings.terminal().err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpWidth(Math.min(100, surroundings.terminal().columns()))
        .setParameterExceptionHandler((failure, _) -> usage(failure, root).code())
        .setExecutionExceptionHandler((failure, _, _) -> failed(failure, root).code());
    return line.execute(arguments.toArray(String[]::new));
  }

  private Exit usage(ParameterException failure, RootCommand root) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return report(root)
        .failure(
            Exit.USAGE,
            "usage",
            String.valueOf(failure.getMessage()) + UsageHints.near(failure),
            "See: " + command + " --help");
  }

  private Exit failed(Exception failure, RootCommand root) {
    ErrorReport report = report(root);
    return switch (failure) {
      case InvalidConfigurationException invalid -> report.configuration(invalid.loaded());
      case CommandFailure known -> report.failure(known);
      case StoreException store ->
          report.failure(Exit.USAGE, "store", message(store), store.remedy());
      case EmulatorUnavailable demo -> report.failure(Exit.USAGE, "demo", message(demo), "");
      default -> new DefectReport(surroundings, root.options()).write(failure, report);
    };
  }

  private ErrorReport report(RootCommand root) {
    return new ErrorReport(
        surroundings.terminal().with(root.options().color()), root.options().output());
  }

  private static String message(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
