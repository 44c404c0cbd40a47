package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.accounts.AccountListing;
import dev.hammer.app.accounts.AccountQuestion;
import dev.hammer.app.record.AccountsRecord;
import dev.hammer.app.scan.IdentityFailure;
import dev.hammer.app.scan.OrganizationFailure;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.accounts.AccountTable;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hammer accounts}. */
@Command(
    name = "accounts",
    header = "List accounts: role, readiness, coverage, age of the last read.",
    customSynopsis = {
      "hammer accounts",
      "hammer accounts --stale 24h",
      "hammer accounts --missing -o json",
      "hammer accounts --account ou:ou-ab12-cdef3456"
    },
    description = {
      "Every account's role is tried, with the smallest call. LAST READ is the oldest look that the",
      "coverage rests on. In a pipe each account is a line of full values between tabs."
    },
    exitCodeList = {"0:", "2:", "4:", "7:"})
final class AccountsCommand extends HammerSubcommand {
  @Mixin private AccountOptions which = new AccountOptions();

  @Option(
      names = "--missing",
      description = "those of the organization that are not in scope, and why")
  private boolean missing;

  @Option(
      names = "--stale",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "only those not read whole within this time, such as 24h")
  private @Nullable Duration stale;

  @Mixin private BudgetOption budget = new BudgetOption();

  @Override
  boolean tabulates() {
    return true;
  }

  @Override
  Exit run(Door door) {
    if (missing && stale != null) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "accounts.options",
          "--missing and --stale exclude each other: what is out of scope is never read",
          "Leave out one of them");
    }
    return inWorkspace(door, workspace -> list(door, workspace));
  }

  private Exit list(Door door, Workspace workspace) {
    AccountListing listing;
    try (AwsConnection aws = workspace.connect(new CallTrace(door), budget.budget())) {
      AccountQuestion question =
          new AccountQuestion(
              which.accounts(), which.notAccounts(), missing, Optional.ofNullable(stale));
      listing = workspace.accounts(aws).list(question, identity(aws));
    }
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, listing);
      case JSON, JSONL ->
          door.print(JsonText.writePretty(AccountsRecord.of(listing, workspace.clock().instant())));
      case ID -> {
        listing.rows().forEach(row -> door.print(row.account().id()));
        listing.missing().forEach(one -> door.print(one.account().id()));
      }
    }
    return listing.isIncomplete() ? Exit.INCOMPLETE : Exit.DONE;
  }

  private static CallerIdentity identity(AwsConnection aws) {
    try {
      return aws.identity();
    } catch (UnreadableException unreadable) {
      throw IdentityFailure.of(unreadable.failure(), aws);
    }
  }

  private void print(Door door, Workspace workspace, AccountListing listing) {
    boolean people = door.isRead();
    AccountTable tables = new AccountTable(workspace.clock().instant(), door.terminal().outStyle());
    TextTable table = missing ? tables.missing(listing.missing()) : tables.covered(listing.rows());
    boolean isEmpty = listing.rows().isEmpty() && listing.missing().isEmpty();
    if (door.options().isCsv()) {
      table.csv().forEach(door.terminal().out()::print);
      door.terminal().out().flush();
    } else if (!people) {
      table.tabbed(false).forEach(door::print);
    } else if (!isEmpty) {
      table.shown(door.terminal(), door.options().isWide()).forEach(door::print);
    }
    if (people) {
      foot(door, listing).forEach(door::print);
    } else if (!door.options().isQuiet()) {
      problems(listing).forEach(door::say);
    }
  }

  private List<String> foot(Door door, AccountListing listing) {
    List<String> lines = new ArrayList<>(problems(listing));
    lines.add(summary(listing));
    lines.add(
        "Next   "
            + door.hammer()
            + (listing.isIncomplete()
                ? " doctor --only accounts"
                : missing ? " config show aws" : " scan"));
    return lines;
  }

  private String summary(AccountListing listing) {
    if (missing) {
      return listing.missing().isEmpty()
          ? "Every account of the organization is in scope."
          : Words.count(listing.missing().size(), "account")
              + " of the organization not in scope; "
              + Words.number(listing.roster().targets().size())
              + " in scope.";
    }
    long ready = listing.rows().stream().filter(row -> row.readiness().isReady()).count();
    int out = listing.roster().leftOut().size();
    String head =
        listing.rows().isEmpty()
            ? "No account is stale."
            : Words.count(listing.rows().size(), "account")
                + ", "
                + Words.number(ready)
                + " ready.";
    return out == 0
        ? head
        : head + " " + Words.number(out) + " of the organization left out: --missing says why.";
  }

  /** What is wrong with each, and what to do; nothing of AWS can move the cursor. */
  private static List<String> problems(AccountListing listing) {
    List<String> lines = new ArrayList<>();
    listing
        .roster()
        .unread()
        .ifPresent(
            why -> {
              lines.add(Visible.of(OrganizationFailure.text(why)) + ".");
              lines.add("  " + Visible.of(OrganizationFailure.remedy(why)));
            });
    listing.rows().stream()
        .filter(row -> !row.readiness().isReady())
        .forEach(
            row -> {
              lines.add(Visible.of(row.readiness().text()));
              lines.add("  " + Visible.of(row.readiness().remedy()));
            });
    return lines;
  }
}
