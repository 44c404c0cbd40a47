package dev.hammer.app.issues;

import dev.hammer.app.CommandFailure;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.filter.FilterProblem;
import dev.hammer.core.filter.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;

/** Understands filters that people type, in which only checks and services of ours are names. */
public final class Filters {
  private Filters() {}

  /**
   * The filter of these words.
   *
   * @throws CommandFailure if it makes no sense; it marks where, and lists what is valid there
   */
  public static Filter parse(List<String> words) {
    return switch (Filter.parse(words, vocabulary())) {
      case Filter filter -> filter;
      case FilterProblem problem -> throw failure(problem);
    };
  }

  private static Vocabulary vocabulary() {
    List<CheckInfo> checks = Catalogue.infos();
    return new Vocabulary(
        checks.stream().map(CheckInfo::id).collect(Collectors.toUnmodifiableSet()),
        checks.stream().map(CheckInfo::service).collect(Collectors.toUnmodifiableSet()));
  }

  private static CommandFailure failure(FilterProblem problem) {
    String valid =
        problem.valid().isEmpty() ? "" : "Valid: " + String.join(", ", problem.valid()) + "\n";
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "filter",
        "Filter: " + problem.message() + "\n" + problem.marked().indent(2).stripTrailing(),
        valid + "All keys: hammer help filter");
  }
}
