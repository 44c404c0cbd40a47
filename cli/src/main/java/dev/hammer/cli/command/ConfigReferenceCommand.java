package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.ConfigReference;
import dev.hammer.app.config.ReferenceKey;
import dev.hammer.app.record.ConfigRecord;
import dev.hammer.checks.Catalogue;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.config.ReferenceScreen;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hammer config reference}. */
@Command(
    name = "reference",
    header = "Say of every key what it means, what it may be, and what holds without it.",
    customSynopsis = {
      "hammer config reference",
      "hammer config reference aws",
      "hammer config reference s3_encryption",
      "hammer config reference aws.session_minutes -o json"
    },
    description = {
      "Needs no configuration. CHECK stands for the id of any check. In a pipe each key is a line of"
          + " values between tabs: key, type, value, default, example, standing, meaning."
    },
    exitCodeList = {"0:", "2:"})
final class ConfigReferenceCommand extends HammerSubcommand {
  @Parameters(
      paramLabel = "KEY",
      arity = "0..1",
      description = "only this key and those below it, such as aws or the id of a check")
  private @Nullable String key;

  @Override
  Exit run(Door door) {
    List<ReferenceKey> keys = keys();
    switch (door.options().output()) {
      case TEXT -> lines(door, keys).forEach(door::print);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  ConfigRecord.reference(keys, door.surroundings().clock().instant())));
      case ID -> keys.forEach(one -> door.print(one.key()));
    }
    return Exit.DONE;
  }

  private static List<String> lines(Door door, List<ReferenceKey> keys) {
    return door.terminal().outIsTerminal()
        ? new ReferenceScreen(door.terminal().columns(), door.terminal().outStyle()).lines(keys)
        : ReferenceScreen.table(keys).tabbed(false);
  }

  private List<ReferenceKey> keys() {
    ConfigReference reference = new ConfigReference(Catalogue.infos());
    if (key == null) {
      return reference.keys();
    }
    List<ReferenceKey> keys = reference.keys(key);
    if (keys.isEmpty()) {
      String near =
          DidYouMean.of(key, reference.names())
              .map(name -> "; did you mean " + name + "?")
              .orElse("");
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "config.key",
          "There is no key \"" + key + "\"" + near,
          "All keys: hammer config reference");
    }
    return keys;
  }
}
