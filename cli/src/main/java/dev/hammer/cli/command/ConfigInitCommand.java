package dev.hammer.cli.command;

import dev.hammer.app.config.ConfigTemplate;
import dev.hammer.app.config.NewFile;
import dev.hammer.checks.Catalogue;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer config init}. */
@Command(
    name = "init",
    header = "Write a first hammer.yaml: every key with its meaning, commented out.",
    customSynopsis = {
      "hammer config init",
      "hammer config init --to ~/.config/hammer/hammer.yaml",
      "hammer config init --to -"
    },
    description = {
      "The file is valid as it stands and changes nothing until a line is put in force. Asks nothing,"
          + " calls nobody, and never writes over a file."
    },
    exitCodeList = {"0:", "2:"})
final class ConfigInitCommand extends HammerSubcommand {
  private static final String STDOUT = "-";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "where to write; - for stdout (default: ./hammer.yaml)")
  private String to = "hammer.yaml";

  @Override
  Exit run(Door door) {
    String text = ConfigTemplate.of(Catalogue.infos());
    if (to.equals(STDOUT)) {
      door.print(text.stripTrailing());
      return Exit.DONE;
    }
    Path file = door.surroundings().workingFolder().resolve(to).normalize();
    new NewFile(file).write(text);
    String shown = door.surroundings().sources().shown(file);
    switch (door.options().output()) {
      case TEXT -> {
        door.print(Visible.of(shown) + " written; every key in it is commented out.");
        door.print("Next   hammer config validate" + option(shown) + "      hammer doctor");
      }
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  Value.fields()
                      .put("schema", "hammer/config-init/1")
                      .put("file", file.toString())
                      .build()));
      case ID -> door.print(Visible.of(shown));
    }
    return Exit.DONE;
  }

  private static String option(String shown) {
    return shown.equals("hammer.yaml") ? "" : " -c " + Visible.of(shown);
  }
}
