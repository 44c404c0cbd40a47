package dev.hammer.cli;

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

  ErrorReport(Terminal terminal, OutputFormat format) {
    this.terminal = terminal;
    this.format = format;
  }

  /** One failure with its remedy. */
  Exit failure(Exit exit, String code, String message, String remedy) {
    if (format == OutputFormat.JSON) {
      json(exit, code, message, List.of(problem(message, remedy)));
    }
    Style style = terminal.errStyle();
    StringBuilder text = new StringBuilder(style.error("error: ")).append(lines(message));
    if (!remedy.isEmpty()) {
      text.append('\n').append("  ").append(lines(remedy));
    }
    terminal.err().println(text);
    terminal.err().flush();
    return exit;
  }

  /** Every problem of the configuration, each on a line that editors can jump to. */
  Exit configuration(LoadedConfig loaded) {
    if (format == OutputFormat.JSON) {
      json(
          Exit.USAGE,
          "config.invalid",
          "the configuration has errors",
          loaded.problems().stream().map(ErrorReport::problem).toList());
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

  private void json(Exit exit, String code, String message, List<Value> problems) {
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
    terminal.out().println(JsonText.writePretty(document));
    terminal.out().flush();
  }

  private static Value problem(String message, String remedy) {
    return Value.fields()
        .put("file", Value.absent())
        .put("line", Value.absent())
        .put("column", Value.absent())
        .put("key", Value.absent())
        .put("level", "error")
        .put("message", message)
        .put("remedy", remedy)
        .build();
  }

  private static Value problem(Problem problem) {
    return Value.fields()
        .put("file", problem.file())
        .put("line", problem.line())
        .put("column", problem.column())
        .put("key", problem.key())
        .put("level", problem.level().word())
        .put("message", problem.message())
        .put("remedy", problem.remedy())
        .build();
  }

  /** Line breaks of ours stay; everything else of foreign text is made visible. */
  private static String lines(String text) {
    return text.lines().map(Visible::of).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
