package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.config.AwsSection;
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
  static String of(Issue issue, Workspace workspace, Style style) {
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
        + account(issue.key().account(), workspace.configuration().aws());
  }

  /** Name and id of an account, or its id alone. */
  static String account(AccountId account, AwsSection aws) {
    return aws.nameOf(account)
        .map(name -> Visible.of(name) + " (" + account + ")")
        .orElse(account.id());
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
