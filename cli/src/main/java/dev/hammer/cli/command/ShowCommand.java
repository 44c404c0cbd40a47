package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Dossier;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.app.record.ShowRecord;
import dev.hammer.checks.Catalogue;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.show.IssueScreen;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer show}. */
@Command(
    name = "show",
    header = "Show one issue in full: why, what proves it, its history.",
    customSynopsis = {
      "hammer show k7f39qpd",
      "hammer show sg-0a1b2c3d",
      "hammer show s3_bucket_policy/222222222222/acme-exports --evidence",
      "hammer issues is:new -o id | xargs hammer show -o json"
    },
    description = {
      "An issue is named by its ref or the first four or more characters of it, by"
          + " check/account/id, by an ARN, or by the id of a resource that has only one issue."
    },
    exitCodeList = {"0:", "2:", "8:"})
final class ShowCommand extends HammerSubcommand {
  @Parameters(paramLabel = "REF", arity = "1..*", description = "which issues")
  private List<String> names = List.of();

  @Option(names = "--evidence", description = "the whole stored snapshot, too")
  private boolean evidence;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> show(door, workspace));
  }

  private Exit show(Door door, Workspace workspace) {
    workspace.whitelist().lapse();
    Books books = workspace.books();
    Whitelist whitelist = workspace.whitelist().whitelist();
    IssueDesk desk = new IssueDesk(workspace.store(), books);
    List<Dossier> dossiers =
        names.stream()
            .map(desk::find)
            .distinct()
            .map(issue -> Dossier.of(issue, workspace.store(), whitelist))
            .toList();
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, books, dossiers);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  ShowRecord.of(dossiers, books, new IssueRecord(books, whitelist))));
      case ID -> dossiers.forEach(it -> door.print(it.issue().ref().text()));
    }
    return Exit.DONE;
  }

  private void print(Door door, Workspace workspace, Books books, List<Dossier> dossiers) {
    boolean first = true;
    for (Dossier dossier : dossiers) {
      if (!first) {
        door.print("");
      }
      first = false;
      new IssueScreen(
              dossier,
              books,
              workspace.configuration().aws(),
              door.terminal().columns(),
              door.terminal().outStyle())
          .lines(title(dossier.issue()), evidence, door.hammer())
          .forEach(door::print);
    }
  }

  private static String title(Issue issue) {
    String check = issue.key().check();
    return Catalogue.check(check).map(type -> type.info().title()).orElse(check);
  }
}
