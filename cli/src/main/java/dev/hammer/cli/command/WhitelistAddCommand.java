package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.app.whitelisting.WhitelistRequest;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Person;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer whitelist add}. */
@Command(
    name = "add",
    header = "Accept a risk: its issues are whitelisted at once, and until the entry ends.",
    customSynopsis = {
      "hammer whitelist add k7f39qpd --reason \"public web site\"",
      "hammer whitelist add s3_bucket_policy acme-www --account prod-web --reason \"public web site\"",
      "hammer whitelist add s3_encryption 'logs-*' --reason \"old logs\" --expires 2027-02-22 --yes"
    },
    description = {
      "Names an issue by its ref, or a check and a resource: its id, ARN or another name, in which *"
          + " stands for any text. If several issues are concerned, they are shown first, and the"
          + " final question wants an answer."
    },
    exitCodeList = {"0:", "2:", "5:", "8:"})
final class WhitelistAddCommand extends HammerSubcommand {
  private static final int SHOWN = 20;

  @Parameters(
      index = "0",
      paramLabel = "CHECK",
      description = "id of a check; or the ref of an issue")
  private String subject = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RESOURCE",
      description = "what is accepted: id, ARN, another name or a glob")
  private @Nullable String resource;

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "id or name of its account (default: the one in scope, or that of its issues)")
  private @Nullable String account;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why the risk is accepted (required)")
  private String reason = "";

  @Option(
      names = "--expires",
      paramLabel = "DATE|DAYS",
      defaultValue = WhitelistRequest.USUAL_TIME,
      description = "when it ends: 2027-02-22, 90d, or never (default: 90d)")
  private String expires = "";

  @Option(names = "--owner", paramLabel = "NAME", description = "who answers for it (default: you)")
  private @Nullable String owner;

  @Option(names = "--ticket", paramLabel = "KEY", description = "where it was decided")
  private @Nullable String ticket;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> add(door, workspace));
  }

  private Exit add(Door door, Workspace workspace) {
    WhitelistDesk desk = workspace.whitelist();
    desk.lapse();
    WhitelistEntry entry = workspace.whitelistDrafts().draft(request(door));
    List<Issue> covered = desk.covered(entry);
    if (covered.size() > 1) {
      show(door, workspace, covered);
      new Confirmation(door)
          .demand("Accept " + Words.count(covered.size(), "issue") + " with one entry?");
    }
    List<Issue> changed = desk.add(entry, Person.of(door.surroundings()));
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, entry, covered, changed);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  WhitelistListRecord.of(List.of(entry), changed, workspace.clock().instant())));
      case ID -> door.print(entry.id());
    }
    return Exit.DONE;
  }

  private WhitelistRequest request(Door door) {
    return new WhitelistRequest(
        subject,
        Optional.ofNullable(resource),
        Optional.ofNullable(account),
        reason,
        expires,
        owner == null ? Person.of(door.surroundings()) : owner,
        Optional.ofNullable(ticket));
  }

  /** What the question is about, beside it. */
  private static void show(Door door, Workspace workspace, List<Issue> covered) {
    covered.stream()
        .limit(SHOWN)
        .map(issue -> IssueLine.of(issue, workspace, door.terminal().errStyle()))
        .forEach(door::say);
    if (covered.size() > SHOWN) {
      door.say(" and " + Words.number(covered.size() - SHOWN) + " more");
    }
  }

  private static void print(
      Door door,
      Workspace workspace,
      WhitelistEntry entry,
      List<Issue> covered,
      List<Issue> changed) {
    Instant now = workspace.clock().instant();
    door.print(
        "Accepted "
            + door.terminal().outStyle().bold(entry.id())
            + " "
            + entry.expires().map(end -> until(end, now)).orElse("for ever")
            + ", owner "
            + Visible.of(entry.owner())
            + ".");
    door.print(
        "  "
            + Visible.of(entry.check())
            + "  "
            + Visible.of(entry.resource())
            + "  "
            + account(workspace, entry)
            + "  "
            + Visible.of(entry.reason())
            + entry.ticket().map(key -> "  " + Visible.of(key)).orElse(""));
    door.print(consequence(covered, changed));
    door.print(
        "Next   "
            + door.hammer()
            + " whitelist list      "
            + door.hammer()
            + " whitelist remove "
            + entry.id());
  }

  private static String until(Instant end, Instant now) {
    long days = Duration.between(now, end).toDays();
    return "until "
        + Words.day(end)
        + " ("
        + (days == 0 ? "less than a day" : Words.count(days, "day"))
        + ")";
  }

  private static String account(Workspace workspace, WhitelistEntry entry) {
    return IssueLine.account(AccountId.of(entry.account()), workspace.configuration().aws());
  }

  private static String consequence(List<Issue> covered, List<Issue> changed) {
    if (covered.isEmpty()) {
      return "No open issue matches now; what matches later is whitelisted when it is found.";
    }
    return changed.isEmpty()
        ? "No issue changes: what matches is whitelisted already."
        : IssueLine.become(changed, "open issue", "whitelisted");
  }
}
