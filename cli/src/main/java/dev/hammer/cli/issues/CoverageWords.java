package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;

/** What stands beside every claim about issues: how much was really read, and when. */
public record CoverageWords(Books books) {
  /** {@code Coverage 98.9 %, 14 minutes ago.} */
  public String line() {
    if (books.isEmpty()) {
      return "Nothing has been scanned yet.";
    }
    return "Coverage " + value() + ".";
  }

  /** The same, coloured as doubtful below 100 per cent. */
  public String line(Style style) {
    return books.coverage().isFull() ? line() : style.unknown(line());
  }

  /** {@code 98.9 %, 14 minutes ago}, coloured as doubtful below 100 per cent. */
  public String value(Style style) {
    return books.coverage().isFull() ? value() : style.unknown(value());
  }

  private String value() {
    return Words.percent(books.coverage().percent()) + ", " + age();
  }

  /** {@code 138 of 138 units}. */
  String units() {
    Coverage coverage = books.coverage();
    return Words.number(coverage.complete()) + " of " + Words.count(coverage.units(), "unit");
  }

  private String age() {
    return books
        .coverage()
        .asOf()
        .map(at -> Words.longAge(at, books.now()) + " ago")
        .orElseGet(() -> "latest scan " + latest());
  }

  private String latest() {
    return books
        .latest()
        .map(Scan::started)
        .map(at -> Words.longAge(at, books.now()) + " ago")
        .orElse("unknown");
  }
}
