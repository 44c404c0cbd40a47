package dev.hammer.cli;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.ConfigShow;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.config.Problem;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.List;

/** Says what went wrong: sentences on stderr, or one JSON document on stdout. */
final class ErrorReport {
  private final Terminal terminal;
  private final OutputFormat format;
  private final String hammer;

  /** Where it is said, how, and how a person calls the program. */
  ErrorReport(Terminal terminal, OutputFormat format, String hammer) {
    this.terminal = terminal;
    this.format = format;
    this.hammer = hammer;
  }

  /** One failure that a use case ended with. */
  Exit failure(CommandFailure failure) {
    String message = String.valueOf(failure.getMessage());
    Problem problem =
        new Problem(
            failure.file(),
            failure.line(),
            failure.column(),
            "",
            Problem.Level.ERROR,
            message,
            Spoken.of(failure.remedy(), hammer));
    String place =
        failure.line() == 0
            ? ""
            : failure.file() + ":" + failure.line() + ":" + failure.column() + ": ";
    return failure(Exit.of(failure.kind()), failure.code(), place, problem);
  }

  /** One failure with its remedy. */
  Exit failure(Exit exit, String code, String message, String remedy) {
    Problem problem = new Problem("", 0, 0, "", Problem.Level.ERROR, message, remedy);
    return failure(exit, code, "", problem);
  }

  private Exit failure(Exit exit, String code, String place, Problem problem) {
    String remedy = problem.remedy();
    if (format.isJson()) {
      json(exit, code, problem.message(), List.of(ConfigShow.problem(problem)));
    }
    Style style = terminal.errStyle();
    StringBuilder text =
        new StringBuilder(lines(place))
            .append(style.error("error: "))
            .append(lines(problem.message()));
    if (!remedy.isEmpty()) {
      text.append('\n').append(lines(remedy).indent(2).stripTrailing());
    }
    terminal.err().println(text);
    terminal.err().flush();
    return exit;
  }

  /** Every problem of the configuration, each on a line that editors can jump to. */
  Exit configuration(LoadedConfig loaded) {
    if (format.isJson()) {
      json(
          Exit.USAGE,
          "config.invalid",
          "the configuration has errors",
          loaded.problems().stream().map(ConfigShow::problem).toList());
    }
    loaded.problems().forEach(this::print);
    terminal
        .err()
        .println(
            Words.count(loaded.errors().size(), "error")
                + ", "
                + Words.count(loaded.warnings().size(), "warning")
                + ". Nothing was started.");
    terminal.err().flush();
    return Exit.USAGE;
  }

  private void print(Problem problem) {
    Style style = terminal.errStyle();
    String text = problem.text();
    terminal.err().println(problem.isError() ? style.error(text) : style.warning(text));
  }

  private void json(Exit exit, String code, String message, List<Value.Fields> problems) {
    Value document =
        Value.fields()
            .put("schema", "hammer/error/1")
            .put(
                "error",
                Value.fields()
                    .put("code", code)
                    .put("message", message)
                    .put("exit_code", exit.code())
                    .put("problems", Value.items(problems))
                    .build())
            .build();
    terminal
        .out()
        .println(
            format == OutputFormat.JSONL
                ? JsonText.write(document)
                : JsonText.writePretty(document));
    terminal.out().flush();
  }

  /** Line breaks of ours stay; everything else of foreign text is made visible. */
  private static String lines(String text) {
    return text.lines().map(Visible::of).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
