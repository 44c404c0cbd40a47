package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.app.record.ScanReportRecord;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.app.scan.ScanGate;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Interrupts;
import dev.hammer.cli.Version;
import dev.hammer.cli.scan.ScanSummary;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hammer scan}. */
@Command(
    name = "scan",
    header = "Look at accounts and record issues; never changes AWS.",
    customSynopsis = {
      "hammer scan",
      "hammer scan --account 'prod-*' --fail-on high",
      "hammer scan --check s3_bucket_acl,s3_bucket_policy -o json",
      "hammer scan --resource arn:aws:s3:::acme-exports",
      "hammer scan --resume"
    },
    description = {
      "",
      "Without options it reads what the configuration covers; without a configuration, the account",
      "of your AWS credentials in all its enabled regions. A narrowed scan resolves nothing outside",
      "what it looked at."
    },
    exitCodeList = {"0:", "2:", "3:", "4:", "7:"})
final class ScanCommand extends HammerSubcommand {
  private static final String LATEST = "latest";

  @Mixin private AccountOptions which = new AccountOptions();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      split = ",",
      description = "where to look: names, globs, or all (S3 and IAM are always read whole)")
  private List<String> regions = List.of();

  @Option(
      names = "--check",
      paramLabel = "CHECK",
      split = ",",
      description = "only these checks: ids or globs")
  private List<String> checks = List.of();

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      split = ",",
      description = "only these services, such as s3 or ec2")
  private List<String> services = List.of();

  @Option(
      names = "--resource",
      paramLabel = "ARN",
      description = "look at one resource again, by ARN or by the name an issue shows")
  private @Nullable String resource;

  @Option(
      names = "--include-disabled",
      description = "use checks that the configuration switches off, too")
  private boolean includeDisabled;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "end in order after this time, naming the rest (default: 2h)")
  private Duration timeout = ScanRequest.TIMEOUT;

  @Mixin private BudgetOption budget = new BudgetOption();

  @Option(
      names = "--account-timeout",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "leave an account after this time, naming the rest of it (default: 1h)")
  private Duration accountTimeout = ScanRequest.ACCOUNT_TIMEOUT;

  @Option(
      names = "--resume",
      paramLabel = "SCAN",
      arity = "0..1",
      fallbackValue = LATEST,
      description = {
        "go on with a scan that was not finished, or help other processes with one that is",
        "running; without an id, the latest"
      })
  private @Nullable String resume;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit 3 if an open issue is at least this severe")
  private @Nullable Severity failOn;

  @Option(
      names = "--fail-on-new",
      paramLabel = "SEVERITY",
      description = "exit 3 if a new or returned issue is at least this severe")
  private @Nullable Severity failOnNew;

  @Option(
      names = "--min-coverage",
      paramLabel = "PERCENT",
      converter = PercentText.class,
      description = "exit 4 below this coverage (100 with --fail-on or --fail-on-new)")
  private @Nullable Double minCoverage;

  @Override
  Exit run(Door door) {
    if (resume != null && isNarrowed()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "scan.resume",
          "--resume goes on with what the scan was asked, so it cannot be narrowed or widened",
          "Leave out the options that say what to look at, or scan anew without --resume");
    }
    return inWorkspace(door, workspace -> scan(door, workspace));
  }

  private Exit scan(Door door, Workspace workspace) {
    if (!door.options().isQuiet()) {
      door.say(opening(workspace));
    }
    ScanRun run = new ScanRun(door, workspace, budget.budget());
    ScanReport report =
        resume == null
            ? run.run(request())
            : run.resume(
                Optional.of(resume).filter(id -> !id.equals(LATEST)), timeout, accountTimeout);
    print(door, workspace, report);
    return exit(door, report);
  }

  private static String opening(Workspace workspace) {
    String config =
        workspace.loaded().file().map(Object::toString).orElse("none, built-in defaults");
    return "Hammer "
        + Version.number()
        + "   config "
        + config
        + "   store "
        + workspace.store().uri();
  }

  private ScanRequest request() {
    return new ScanRequest(
        which.accounts(),
        which.notAccounts(),
        regions,
        checks,
        services,
        Optional.ofNullable(resource),
        includeDisabled,
        timeout,
        accountTimeout);
  }

  /** What is looked at was said when the scan began. */
  private boolean isNarrowed() {
    return !request().isWhole() || includeDisabled;
  }

  private static void print(Door door, Workspace workspace, ScanReport report) {
    Books books = workspace.books();
    Whitelist whitelist = workspace.whitelist().whitelist();
    switch (door.options().output()) {
      case TEXT ->
          new ScanSummary(
                  report,
                  books,
                  workspace.configuration().aws(),
                  whitelist,
                  door.terminal(),
                  door.hammer())
              .print();
      case JSON, JSONL -> {
        IssueRecord issues = new IssueRecord(books, whitelist);
        door.print(
            JsonText.writePretty(
                ScanReportRecord.of(
                        report,
                        issues,
                        books,
                        workspace.configuration().aws(),
                        workspace.clock().instant())
                    .with(
                        "whitelist_expiring",
                        WhitelistListRecord.expiring(whitelist, books.now()))));
      }
      case ID -> report.news().forEach(issue -> door.print(issue.ref().text()));
    }
  }

  private Exit exit(Door door, ScanReport report) {
    if (report.scan().outcome() == Scan.Outcome.INTERRUPTED) {
      door.say(
          "Stopped. "
              + Words.number(report.coverage().complete() + report.coverage().partial())
              + " of "
              + Words.count(report.coverage().units(), "unit")
              + " are stored; nothing was resolved from unread units. Go on: "
              + door.hammer()
              + " scan --resume");
      return Interrupts.exit();
    }
    ScanGate gate =
        new ScanGate(
            Optional.ofNullable(failOn),
            Optional.ofNullable(failOnNew),
            Optional.ofNullable(minCoverage));
    Exit gated = gate.isShut(report) ? Exit.GATE : Exit.DONE;
    Exit covered = gate.isIncomplete(report) ? Exit.INCOMPLETE : Exit.DONE;
    return Exit.worst(gated, covered);
  }
}
