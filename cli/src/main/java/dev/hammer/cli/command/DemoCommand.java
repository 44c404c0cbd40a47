package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.app.record.DemoRecord;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.aws.Budget;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Interrupts;
import dev.hammer.cli.demo.DemoPlace;
import dev.hammer.cli.demo.DemoScreen;
import dev.hammer.cli.demo.RunningDemo;
import dev.hammer.cli.demo.Waiting;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import dev.hammer.demo.estate.DemoAccounts;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer demo}. */
@Command(
    name = "demo",
    header = "See it work on a built-in bad estate; no account needed.",
    customSynopsis = {
      "hammer demo",
      "hammer --demo issues severity:critical",
      "hammer demo --reset",
      "hammer demo --stop"
    },
    description = {
      "Starts a pretend AWS on this machine (moto, on the loopback interface), builds three bad"
          + " accounts in it and scans them as it would scan real ones. The first time it sets up a"
          + " Python environment of its own below the cache folder, which takes a minute or two.",
      "",
      "The pretend AWS keeps running for --demo, which every command has, until --stop or a reboot."
          + " Its configuration and its store are its own; nothing else is touched."
    },
    exitCodeList = {"0:", "2:"})
final class DemoCommand extends HammerSubcommand {
  @Option(names = "--reset", description = "build the estate anew, and forget its issues")
  private boolean reset;

  @Option(names = "--stop", description = "end the pretend AWS")
  private boolean stop;

  @Override
  Exit run(Door door) {
    DemoPlace place = new DemoPlace(door.surroundings());
    return stop ? stop(door, place) : start(door, place);
  }

  private static Exit stop(Door door, DemoPlace place) {
    boolean ran = place.stop();
    switch (door.options().output()) {
      case TEXT -> door.print(ran ? "The demo is stopped." : "No demo was running.");
      case JSON, JSONL ->
          door.print(JsonText.writePretty(DemoRecord.stopped(door.surroundings().clock())));
      case ID -> {}
    }
    return Exit.DONE;
  }

  private Exit start(Door door, DemoPlace place) {
    RunningDemo demo;
    try (Waiting waiting = new Waiting(door.terminal(), door.options().isQuiet())) {
      demo = place.start(reset, waiting);
    }
    try (Workspace workspace =
        Workspace.of(demo.workspace(), door.surroundings().clock(), door.surroundings().ids())) {
      return scan(door, demo, workspace);
    }
  }

  private static Exit scan(Door door, RunningDemo demo, Workspace workspace) {
    if (!door.options().isQuiet()) {
      door.say(DemoScreen.greeting(demo, door.terminal().errStyle()));
    }
    ScanReport report = new ScanRun(door, workspace, Budget.THIRD).run(ScanRequest.WHOLE);
    Books books = workspace.books();
    IssueListing open =
        new IssueDesk(workspace.store(), books).listing(Filters.parse(List.of("is:open")));
    switch (door.options().output()) {
      case TEXT ->
          new DemoScreen(report, open)
              .lines(door.terminal().columns(), door.terminal().outStyle())
              .forEach(door::print);
      case JSON, JSONL -> door.print(JsonText.writePretty(json(demo, workspace, report, open)));
      case ID -> open.issues().forEach(issue -> door.print(issue.ref().text()));
    }
    return report.scan().outcome() == Scan.Outcome.INTERRUPTED ? Interrupts.exit() : Exit.DONE;
  }

  private static Value json(
      RunningDemo demo, Workspace workspace, ScanReport report, IssueListing open) {
    return DemoRecord.running(
        demo.endpoint(),
        demo.estate().all().stream().map(DemoAccounts.Account::id).toList(),
        report,
        open,
        new IssueRecord(open.books(), workspace.whitelist().whitelist()));
  }
}
