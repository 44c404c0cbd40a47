package dev.hammer.cli.completion;

import dev.hammer.app.config.ConfigReference;
import dev.hammer.checks.Catalogue;
import dev.hammer.cli.help.Topic;
import dev.hammer.cli.issues.IssueColumn;
import dev.hammer.cli.issues.IssueGroup;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.IssueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words that a value may be, as far as they are known without asking anybody. */
final class Candidates {
  private static final Set<String> FILES = Set.of("FILE", "OLD", "NEW", "DIR");

  private Candidates() {}

  /** Whether the value is the name of a file. */
  static boolean isFile(ArgSpec arg) {
    return FILES.contains(arg.paramLabel());
  }

  /** Whether the value is a filter. */
  static boolean isFilter(ArgSpec arg) {
    return arg.paramLabel().contains("FILTER");
  }

  /** The words of an option or argument; none if anything may stand there. */
  static List<String> of(CommandSpec command, ArgSpec arg) {
    Iterable<String> declared = arg.completionCandidates();
    if (declared != null) {
      return StreamSupport.stream(declared.spliterator(), false)
          .map(word -> word.toLowerCase(Locale.ROOT))
          .toList();
    }
    String option = arg instanceof OptionSpec named ? named.longestName() : "";
    return switch (arg.paramLabel()) {
      case "CHECK" -> Catalogue.infos().stream().map(CheckInfo::id).sorted().toList();
      case "SERVICE" ->
          Catalogue.infos().stream().map(CheckInfo::service).distinct().sorted().toList();
      case "COLUMN" -> IssueColumn.names();
      case "KIND" -> Arrays.stream(EventKind.values()).map(EventKind::word).toList();
      case "COMMAND|TOPIC" -> topics(command);
      case "KEY" -> keys(option);
      case "NAME" ->
          option.equals("--only")
              ? List.of("config", "store", "identity", "accounts", "actions")
              : List.of();
      default -> List.of();
    };
  }

  private static List<String> keys(String option) {
    return switch (option) {
      case "--sort" -> IssueOrder.Key.words();
      case "--group-by" -> IssueGroup.KEYS;
      case "" -> new ConfigReference(Catalogue.infos()).names();
      default -> List.of();
    };
  }

  private static List<String> topics(CommandSpec command) {
    List<String> words =
        new ArrayList<>(
            Optional.ofNullable(command.parent())
                .map(root -> List.copyOf(root.subcommands().keySet()))
                .orElse(List.of()));
    words.addAll(Topic.words());
    return words;
  }

  /** The words behind a key of a filter, for the keys that have few. */
  static List<String> behind(String key) {
    return switch (key) {
      case "is" -> Filter.states();
      case "severity" -> List.of("critical", "high", "medium", "low", "info");
      case "check" -> Catalogue.infos().stream().map(CheckInfo::id).sorted().toList();
      case "service" ->
          Catalogue.infos().stream().map(CheckInfo::service).distinct().sorted().toList();
      default -> List.of();
    };
  }
}
