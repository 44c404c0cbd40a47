package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.archive.Compaction;
import dev.hammer.app.record.StoreRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Words;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer store compact}. */
@Command(
    name = "compact",
    header = "Forget old scans and places that left the scope, and give back space.",
    customSynopsis = {"hammer store compact", "hammer store compact --keep 365d --dry-run"},
    description = {
      "Scans that began before that time are forgotten, save the two latest of the whole scope; so"
          + " is how far a check got in an account and region that are not in scope any more and were"
          + " not looked at since. Issues and their history are always kept."
    },
    exitCodeList = {"0:", "2:"})
final class StoreCompactCommand extends HammerSubcommand {
  @Option(
      names = "--keep",
      paramLabel = "TIME",
      converter = DurationText.class,
      defaultValue = "90d",
      description = "keep what is younger (default: 90d)")
  private Duration keep = Duration.ofDays(90);

  @Option(names = "--dry-run", description = "only say what would be forgotten")
  private boolean dryRun;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> compact(door, workspace));
  }

  private Exit compact(Door door, Workspace workspace) {
    Instant now = workspace.clock().instant();
    Instant before = now.minus(keep);
    Compaction plan = Compaction.plan(workspace.store(), workspace.books(), before);
    if (!dryRun) {
      plan.apply(workspace.store());
    }
    switch (door.options().output()) {
      case TEXT ->
          door.print(
              (dryRun ? "Would forget " : "Forgot ")
                  + Words.count(plan.scans().size(), "scan")
                  + " and the coverage of "
                  + Words.count(plan.slices().size(), "place")
                  + " from before "
                  + Words.day(before)
                  + ". Issues and their history are kept.");
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  StoreRecord.of(plan, workspace.store().uri(), before, !dryRun, now)));
      case ID -> plan.scans().forEach(door::print);
    }
    return Exit.DONE;
  }
}
