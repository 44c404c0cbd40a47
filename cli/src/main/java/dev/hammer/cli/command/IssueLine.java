package dev.hammer.cli.command;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import java.util.List;
import java.util.stream.Collectors;

/** Issues in passing, where a command is about something else. */
final class IssueLine {
  private static final int SEVERITY = 8;
  private static final int NAMED = 10;

  private IssueLine() {}

  /** One issue on one line. */
  static String of(Issue issue, Books books, Style style) {
    Severity severity = issue.finding().severity();
    return " "
        + issue.ref().shown()
        + "  "
        + style.severity(severity, TextWidth.padded(severity.name(), SEVERITY))
        + "  "
        + issue.key().check()
        + "  "
        + Visible.of(issue.resource().id())
        + issue.resource().name().map(name -> " " + Visible.of(name)).orElse("")
        + "  "
        + account(issue.key().account(), books);
  }

  /** Name and id of an account, or its id alone. */
  static String account(AccountId account, Books books) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : Visible.of(name) + " (" + account + ")";
  }

  /** {@code 1 open issue becomes whitelisted: 8h7g6f5d.} */
  static String become(List<Issue> issues, String what, String state) {
    String refs =
        issues.stream()
            .limit(NAMED)
            .map(issue -> issue.ref().shown())
            .collect(Collectors.joining(", "));
    int more = issues.size() - NAMED;
    return Words.count(issues.size(), what)
        + (issues.size() == 1 ? " becomes " : " become ")
        + state
        + ": "
        + refs
        + (more > 0 ? " and " + Words.number(more) + " more" : "")
        + ".";
  }
}
