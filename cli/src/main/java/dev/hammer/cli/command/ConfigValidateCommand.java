package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.config.Problem;
import dev.hammer.app.record.ConfigRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code hammer config validate}. */
@Command(
    name = "validate",
    header = "List everything that is wrong with the configuration, in one go.",
    customSynopsis = {
      "hammer config validate",
      "hammer config validate -c config.json",
      "hammer config validate -o json"
    },
    description = {
      "Reads the configuration and the files beside it; needs no credentials. Each problem begins"
          + " with its place, so that editors can jump there. Warnings alone are no failure."
    },
    exitCodeList = {"0:", "2:"})
final class ConfigValidateCommand extends HammerSubcommand {
  @Override
  Exit run(Door door) {
    try (Workspace workspace =
        Workspace.of(
            door.workspaceOptions(), door.surroundings().clock(), door.surroundings().ids())) {
      LoadedConfig loaded = workspace.loaded();
      switch (door.options().output()) {
        case TEXT -> print(door, loaded);
        case JSON, JSONL ->
            door.print(
                JsonText.writePretty(ConfigRecord.problems(loaded, workspace.clock().instant())));
        case ID -> places(loaded.problems()).forEach(door::print);
      }
      return loaded.hasErrors() ? Exit.USAGE : Exit.DONE;
    }
  }

  private static void print(Door door, LoadedConfig loaded) {
    Style style = door.terminal().outStyle();
    loaded.problems().stream()
        .map(p -> p.isError() ? style.error(p.text()) : style.warning(p.text()))
        .forEach(door::print);
    if (!door.options().isQuiet()) {
      String file = loaded.file().map(Object::toString).orElse("");
      door.say(
          (file.isEmpty() ? "No configuration file, built-in defaults" : Visible.of(file))
              + ": "
              + Words.count(loaded.errors().size(), "error")
              + ", "
              + Words.count(loaded.warnings().size(), "warning")
              + ".");
    }
  }

  private static List<String> places(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.line() == 0 ? p.file() : p.file() + ":" + p.line() + ":" + p.column())
        .map(Visible::of)
        .toList();
  }
}
