package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.WhitelistTestRecord;
import dev.hammer.app.whitelisting.Matches;
import dev.hammer.app.whitelisting.Trial;
import dev.hammer.app.whitelisting.Trials;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.EntryWords;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hammer whitelist test}. */
@Command(
    name = "test",
    header = "Show which known issues an entry matches, or would match; nothing is changed.",
    customSynopsis = {
      "hammer whitelist test s3_encryption 'logs-*' --account prod-web",
      "hammer whitelist test 's3_*' --tag env=dev --ou ou-ab12-cdef3456",
      "hammer whitelist test w-3c4v5b6n"
    },
    description = {
      "Takes what hammer whitelist add takes, or the id of an entry. Answers from the store, without"
          + " a look at AWS: resources that no issue was ever found in are not known."
    },
    exitCodeList = {"0:", "2:", "8:"})
final class WhitelistTestCommand extends HammerSubcommand {
  private static final int SHOWN = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "CHECK RESOURCE",
      description = "as for add: a check and a resource, a ref, a filter; or the id of an entry")
  private List<String> words = List.of();

  @Mixin private final ScopeOptions scope = new ScopeOptions();

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> test(door, workspace));
  }

  private Exit test(Door door, Workspace workspace) {
    workspace.whitelist().lapse();
    List<Trial> trials =
        new Trials(workspace.whitelist(), workspace.scopes()).of(scope.request(words));
    Books books = workspace.books();
    switch (door.options().output()) {
      case TEXT -> trials.forEach(trial -> print(door, books, trial));
      case JSON, JSONL ->
          door.print(JsonText.writePretty(WhitelistTestRecord.of(trials, books.now())));
      case ID ->
          trials.stream()
              .flatMap(trial -> live(trial.matches()).stream())
              .map(issue -> issue.ref().text())
              .distinct()
              .forEach(door::print);
    }
    return Exit.DONE;
  }

  private static void print(Door door, Books books, Trial trial) {
    Style style = door.terminal().outStyle();
    door.print(head(trial, books, style));
    Matches matches = trial.matches();
    List<Issue> live = live(matches);
    live.stream().limit(SHOWN).map(issue -> line(issue, books, style)).forEach(door::print);
    if (live.size() > SHOWN) {
      door.print(" and " + Words.number(live.size() - SHOWN) + " more: -o id lists all");
    }
    door.print(count(trial));
    if (!matches.untold().isEmpty()) {
      door.print(
          style.unknown(
              "Of "
                  + Words.count(matches.untold().size(), "issue")
                  + " it cannot be told: units of the organization, or tags, are not known."));
    }
  }

  private static String head(Trial trial, Books books, Style style) {
    return trial
        .entry()
        .map(
            entry -> {
              EntryWords words = new EntryWords(entry, books);
              return style.bold(entry.id()) + "  " + words.state() + "  " + words.scope();
            })
        .orElseGet(
            () ->
                EntryWords.scope(trial.scope(), books)
                    + (trial.scope().isTooBroad() ? "  " + style.warning("too broad") : ""));
  }

  private static String line(Issue issue, Books books, Style style) {
    return IssueLine.of(issue, books, style) + "  " + issue.status().word();
  }

  private static String count(Trial trial) {
    Matches matches = trial.matches();
    int open = matches.open().size();
    int accepted = matches.surely(Status.WHITELISTED).size();
    int past = matches.surely().size() - open - accepted;
    String gone =
        past == 0
            ? ""
            : " "
                + Words.count(past, "issue")
                + " it matched "
                + (past == 1 ? "is" : "are")
                + " resolved or closed.";
    if (open + accepted == 0) {
      return (past == 0 ? "Matches nothing." : "Matches nothing any more.") + gone;
    }
    return "Matches "
        + Words.count(open + (long) accepted, "issue")
        + ": "
        + Words.number(open)
        + " open, "
        + Words.number(accepted)
        + " whitelisted."
        + gone;
  }

  private static List<Issue> live(Matches matches) {
    return matches.surely(Status.OPEN, Status.WHITELISTED);
  }
}
