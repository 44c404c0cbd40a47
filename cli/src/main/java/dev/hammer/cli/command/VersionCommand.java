package dev.hammer.cli.command;

import dev.hammer.checks.Catalogue;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Version;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import picocli.CommandLine.Command;

/** {@code hammer version}. */
@Command(
    name = "version",
    header = "Say which Hammer this is.",
    customSynopsis = {"hammer version", "hammer version -o json"},
    exitCodeList = {"0:"})
final class VersionCommand extends HammerSubcommand {
  @Override
  Exit run(Door door) {
    int checks = Catalogue.checks().size();
    String text =
        "Hammer "
            + Version.number()
            + (Version.built().isEmpty() ? "" : " (" + Version.built() + ")")
            + "   Java "
            + Version.java()
            + "   "
            + Words.count(checks, "check");
    switch (door.options().output()) {
      case TEXT -> door.print(text);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  Value.fields()
                      .put("schema", "hammer/version/1")
                      .put("version", Version.number())
                      .put("commit", Value.text(Version.commit()))
                      .put("modified", modified())
                      .put("jdk", Version.java())
                      .put("checks", checks)
                      .build()));
      case ID -> door.print(Version.number());
    }
    return Exit.DONE;
  }

  /** Nobody can tell without a commit. */
  private static Value modified() {
    return Version.commit().isPresent() ? Value.of(Version.isModified()) : Value.absent();
  }
}
