package dev.hammer.cli;

import dev.hammer.app.CommandFailure;
import java.util.Arrays;
import java.util.Comparator;

/** How a command ends. One list for all commands; scripts rely on it. */
public enum Exit {
  DONE(0, 99, "done as asked; with --fail-on: nothing at or above it, and coverage reached"),
  DEFECT(1, 0, "a defect in Hammer; a report file without secrets is written and named"),
  USAGE(2, 2, "wrong usage, configuration or filter; nothing was started"),
  GATE(3, 6, "issues at or above --fail-on or --fail-on-new"),
  INCOMPLETE(4, 7, "coverage below --min-coverage, deadline reached, an account not ready"),
  REFUSED(5, 5, "refused: answer \"no\", or no terminal to ask"),
  NOBODY(7, 3, "credentials missing, expired or rejected"),
  NOT_FOUND(8, 2, "no such issue, scan, entry or check"),
  INTERRUPTED(130, 0, "interrupted; finished work is stored"),
  TERMINATED(143, 0, "terminated; finished work is stored");

  private final int code;
  private final int rank;
  private final String meaning;

  Exit(int code, int rank, String meaning) {
    this.code = code;
    this.rank = rank;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /** How a command ends that failed so. */
  public static Exit of(CommandFailure.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case INCOMPLETE -> INCOMPLETE;
      case REFUSED -> REFUSED;
      case NOBODY -> NOBODY;
      case NOT_FOUND -> NOT_FOUND;
    };
  }

  /** The one that wins if several apply: 130, 143 and 1, then 2 and 8, 7, 5, 3, 4, 0. */
  public static Exit worst(Exit... exits) {
    return Arrays.stream(exits)
        .min(Comparator.comparingInt((Exit e) -> e.rank).thenComparing(Comparator.naturalOrder()))
        .orElse(DONE);
  }
}
