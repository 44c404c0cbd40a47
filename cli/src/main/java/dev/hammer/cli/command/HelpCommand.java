package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.help.HelpScreen;
import dev.hammer.cli.help.RootScreen;
import dev.hammer.cli.help.Topic;
import dev.hammer.core.filter.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hammer help}. */
@Command(
    name = "help",
    header = "Say how a command is used, or explain a topic.",
    customSynopsis = {
      "hammer help",
      "hammer help scan",
      "hammer help filter",
      "hammer help exit-codes",
      "hammer help environment"
    },
    exitCodeList = {"0:", "2:"})
final class HelpCommand extends HammerSubcommand {
  @Parameters(
      paramLabel = "COMMAND|TOPIC",
      arity = "0..*",
      description = "a command, or filter, exit-codes, environment")
  private List<String> words = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  Exit run(Door door) {
    CommandSpec root = root();
    if (words.isEmpty()) {
      new RootScreen(
              root.subcommands().keySet(), door.terminal().columns(), door.terminal().outStyle())
          .lines()
          .forEach(door::print);
      return Exit.DONE;
    }
    Optional<Topic> topic = Topic.of(words.getFirst());
    if (topic.isPresent() && words.size() == 1) {
      topic.get().lines().forEach(door::print);
      return Exit.DONE;
    }
    new HelpScreen(command(root), door.terminal().columns(), door.terminal().outStyle())
        .lines()
        .forEach(door::print);
    return Exit.DONE;
  }

  private CommandSpec root() {
    if (spec == null) {
      throw new IllegalStateException("help is a command of hammer");
    }
    return spec.root();
  }

  private CommandSpec command(CommandSpec root) {
    CommandSpec found = root;
    for (String word : words) {
      CommandLine next = found.subcommands().get(word);
      if (next == null) {
        throw unknown(word, found);
      }
      found = next.getCommandSpec();
    }
    return found;
  }

  private static CommandFailure unknown(String word, CommandSpec above) {
    List<String> known = new ArrayList<>(above.subcommands().keySet());
    if (above.parent() == null) {
      known.addAll(Topic.words());
    }
    String meant =
        DidYouMean.of(word, known).map(name -> "; did you mean " + name + "?").orElse("");
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "help",
        "there is no help about \"" + word + "\"" + meant,
        "There is some about: " + String.join(", ", known));
  }
}
