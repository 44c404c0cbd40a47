package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.whitelist.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Picks by names and globs. A name that matches nothing is an error, never an empty success. */
public final class Selection {
  private static final int NAMED = 20;

  private Selection() {}

  /**
   * The candidates that any of the patterns names; all of them if there are no patterns.
   *
   * @param option the option the patterns came from, for the message
   * @param what what a candidate is called, such as {@code account}
   * @param names every name a candidate goes by
   */
  public static <T> List<T> of(
      String option,
      String what,
      List<String> patterns,
      Collection<T> candidates,
      Function<T, List<String>> names) {
    if (patterns.isEmpty()) {
      return List.copyOf(candidates);
    }
    List<T> chosen = new ArrayList<>();
    for (String pattern : patterns) {
      List<T> named = candidates.stream().filter(c -> matches(pattern, names.apply(c))).toList();
      if (named.isEmpty()) {
        List<String> known = candidates.stream().flatMap(c -> names.apply(c).stream()).toList();
        throw nothing(option, what, pattern, known);
      }
      named.stream().filter(c -> !chosen.contains(c)).forEach(chosen::add);
    }
    return candidates.stream().filter(chosen::contains).toList();
  }

  static boolean matches(String pattern, List<String> names) {
    Glob glob = Glob.of(pattern.toLowerCase(Locale.ROOT));
    return names.stream().anyMatch(name -> glob.matches(name.toLowerCase(Locale.ROOT)));
  }

  private static CommandFailure nothing(
      String option, String what, String pattern, List<String> known) {
    String near = DidYouMean.of(pattern, known).map(n -> "; did you mean " + n + "?").orElse("");
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "scope." + what,
        option + " " + pattern + " matches no " + what + " in scope" + near,
        known.isEmpty() ? "" : "In scope: " + some(known));
  }

  /** Names for people, no more than they can read. */
  static String some(List<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }
}
