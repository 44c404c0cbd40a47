package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.checks.CheckDesk;
import dev.hammer.app.checks.CheckState;
import dev.hammer.app.record.CheckRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.checks.CheckScreen;
import dev.hammer.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hammer checks explain}. */
@Command(
    name = "explain",
    header = "Explain a check: why it matters, what is read, how it is set, what to do by hand.",
    customSynopsis = {
      "hammer checks explain s3_bucket_acl",
      "hammer checks explain secgrp_unrestricted_access -o json"
    },
    exitCodeList = {"0:", "2:", "8:"})
final class ChecksExplainCommand extends HammerSubcommand {
  @Parameters(paramLabel = "CHECK", description = "id of a check: hammer checks list")
  private String id = "";

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> explain(door, workspace));
  }

  private Exit explain(Door door, Workspace workspace) {
    CheckDesk desk = new CheckDesk(workspace.loaded());
    CheckState check = desk.find(id);
    String page = desk.page(check);
    switch (door.options().output()) {
      case TEXT ->
          new CheckScreen(check, door.terminal().columns(), door.terminal().outStyle())
              .lines(page)
              .forEach(door::print);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  CheckRecord.explanation(check, page, workspace.clock().instant())));
      case ID -> door.print(check.info().id());
    }
    return Exit.DONE;
  }
}
