package dev.hammer.cli.command;

import dev.hammer.app.config.ConfigSources;
import dev.hammer.app.config.Migrated;
import dev.hammer.app.config.Migration;
import dev.hammer.app.config.Problem;
import dev.hammer.app.record.ConfigRecord;
import dev.hammer.checks.Catalogue;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.InvalidConfigurationException;
import dev.hammer.cli.config.MigrationScreen;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer config migrate}. */
@Command(
    name = "migrate",
    header = "Make a hammer.yaml of the predecessor's config.json; it means the same.",
    customSynopsis = {
      "hammer config migrate /srv/old/config.json --to hammer.yaml",
      "hammer config migrate /srv/old --to -",
      "hammer config migrate config.json --to hammer.yaml -o json"
    },
    description = {
      "Takes whitelist.json, fixnow.json and ticket_owners.json along. Lists what is written in another"
          + " way, what has no counterpart, and what somebody should decide. The new file is read again"
          + " and compared with the old before it is written; nothing is written over a file, and the"
          + " old files stay as they are."
    },
    exitCodeList = {"0:", "2:"})
final class ConfigMigrateCommand extends HammerSubcommand {
  private static final String STDOUT = "-";

  @Parameters(paramLabel = "OLD", description = "the predecessor's config.json, or its folder")
  private Path old = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "NEW",
      required = true,
      description = "the file to make; - for stdout, without the files beside it")
  private String to = "";

  @Override
  Exit run(Door door) {
    ConfigSources sources = door.surroundings().sources();
    Migration migration = Migration.of(sources, old, Catalogue.infos());
    if (migration.loaded().hasErrors()) {
      throw new InvalidConfigurationException(migration.loaded());
    }
    warn(door, migration.loaded().warnings());
    Migrated migrated = migration.make();
    if (to.equals(STDOUT)) {
      door.print(migrated.text().stripTrailing());
      if (!door.options().isQuiet()) {
        screen(door, door.terminal().errStyle()).lines(migrated).forEach(door::say);
      }
      return Exit.DONE;
    }
    Path file = sources.workingFolder().resolve(to).normalize();
    List<String> made = migrated.writeTo(file).stream().map(sources::shown).toList();
    switch (door.options().output()) {
      case TEXT -> print(door, migration, migrated, made);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  ConfigRecord.migration(
                      migration.shown(), made, migrated, door.surroundings().clock().instant())));
      case ID -> made.stream().map(Visible::of).forEach(door::print);
    }
    return Exit.DONE;
  }

  /** Each is among the notes in other words; who wants their places gets them. */
  private static void warn(Door door, List<Problem> warnings) {
    if (door.options().verbosity() > 0) {
      Style style = door.terminal().errStyle();
      warnings.forEach(problem -> door.say(style.warning(problem.text())));
    }
  }

  private static void print(Door door, Migration migration, Migrated migrated, List<String> made) {
    String file = Visible.of(made.getFirst());
    door.print(
        file + " means the same as " + Visible.of(migration.shown()) + ", which stays as it was.");
    if (made.size() > 1) {
      door.print("Copied: " + Visible.of(String.join(", ", made.subList(1, made.size()))));
    }
    screen(door, door.terminal().outStyle()).lines(migrated).forEach(door::print);
    String option = file.equals("hammer.yaml") ? "" : " -c " + file;
    door.print("");
    door.print("Next   hammer config validate" + option + "      hammer doctor" + option);
  }

  private static MigrationScreen screen(Door door, Style style) {
    return new MigrationScreen(door.terminal().columns(), style);
  }
}
