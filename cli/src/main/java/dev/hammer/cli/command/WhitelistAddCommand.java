package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.app.whitelisting.Acceptance;
import dev.hammer.app.whitelisting.Matches;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Person;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.EntryWords;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer whitelist add}. */
@Command(
    name = "add",
    header = "Accept a risk: its issues are whitelisted at once, and until the entry ends.",
    customSynopsis = {
      "hammer whitelist add k7f39qpd --reason \"public web site\"",
      "hammer whitelist add s3_bucket_policy acme-www --account prod-web --reason \"public web site\"",
      "hammer whitelist add s3_encryption 'logs-*' --reason \"old logs\" --expires 2027-02-22 --yes",
      "hammer whitelist add 's3_*' --tag env=dev --ou ou-ab12-cdef3456 --reason \"no real data\"",
      "hammer whitelist add check:ebs_public_snapshot account:training --reason \"course material\""
    },
    description = {
      "Names an issue by its ref; or a check and a resource, by id, ARN or another name, * being any"
          + " text in both; or issues by a filter, which makes one entry for each that it selects"
          + " now. What must hold of the account and of tags is said by options. If several issues"
          + " are concerned, they are shown first, and the final question wants an answer; to accept"
          + " every check of every resource, more than a letter."
    },
    exitCodeList = {"0:", "2:", "5:", "8:"})
final class WhitelistAddCommand extends HammerSubcommand {
  private static final int SHOWN = 20;
  private static final String TOO_BROAD = "too broad";

  @Parameters(
      arity = "1..*",
      paramLabel = "CHECK RESOURCE",
      description = "a check and what is accepted; the ref of an issue; or a filter")
  private List<String> words = List.of();

  @Mixin private final ScopeOptions scope = new ScopeOptions();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why the risk is accepted (required)")
  private String reason = "";

  @Option(
      names = "--expires",
      paramLabel = "DATE|DAYS",
      defaultValue = Acceptance.USUAL_TIME,
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
    List<WhitelistEntry> entries =
        workspace.whitelistDrafts().drafts(scope.request(words), acceptance(door));
    Books books = workspace.books();
    Matches covered = covered(desk, entries);
    confirm(door, books, entries, covered.surely());
    List<Issue> changed = desk.add(entries, Person.of(door.surroundings()));
    switch (door.options().output()) {
      case TEXT -> print(door, books, entries, covered, changed);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  WhitelistListRecord.of(entries, desk.accepted(), changed, books.now())));
      case ID -> entries.forEach(entry -> door.print(entry.id()));
    }
    return Exit.DONE;
  }

  private Acceptance acceptance(Door door) {
    return new Acceptance(
        reason,
        expires,
        owner == null ? Person.of(door.surroundings()) : owner,
        Optional.ofNullable(ticket));
  }

  private static Matches covered(WhitelistDesk desk, List<WhitelistEntry> entries) {
    Map<IssueKey, Issue> surely = new LinkedHashMap<>();
    List<Issue> untold = new ArrayList<>();
    for (WhitelistEntry entry : entries) {
      Matches covered = desk.covered(entry.scope());
      covered.surely().forEach(issue -> surely.put(issue.key(), issue));
      untold.addAll(covered.untold());
    }
    return new Matches(List.copyOf(surely.values()), untold);
  }

  private static void confirm(
      Door door, Books books, List<WhitelistEntry> entries, List<Issue> covered) {
    boolean isTooBroad = entries.stream().anyMatch(entry -> entry.scope().isTooBroad());
    if (covered.size() > 1 || isTooBroad) {
      show(door, books, covered);
    }
    if (isTooBroad) {
      door.say(
          "This accepts every check of every resource, found now or later: "
              + new EntryWords(entries.getFirst(), books).accounts()
              + ".");
      new Confirmation(door).demand("Accept all of it?", TOO_BROAD);
    } else if (covered.size() > 1) {
      String with = entries.size() == 1 ? "one entry" : Words.number(entries.size()) + " entries";
      new Confirmation(door)
          .demand("Accept " + Words.count(covered.size(), "issue") + " with " + with + "?");
    }
  }

  /** What the question is about, beside it. */
  private static void show(Door door, Books books, List<Issue> covered) {
    covered.stream()
        .limit(SHOWN)
        .map(issue -> IssueLine.of(issue, books, door.terminal().errStyle()))
        .forEach(door::say);
    if (covered.size() > SHOWN) {
      door.say(" and " + Words.number(covered.size() - SHOWN) + " more");
    }
  }

  private static void print(
      Door door, Books books, List<WhitelistEntry> entries, Matches covered, List<Issue> changed) {
    for (WhitelistEntry entry : entries) {
      print(door, new EntryWords(entry, books));
    }
    door.print(consequence(covered, changed));
    untold(entries.getFirst(), covered).ifPresent(door::print);
    door.print(
        "Next   "
            + door.hammer()
            + " whitelist list      "
            + door.hammer()
            + " whitelist remove "
            + entries.getFirst().id());
  }

  private static void print(Door door, EntryWords words) {
    WhitelistEntry entry = words.entry();
    door.print(
        "Accepted "
            + door.terminal().outStyle().bold(entry.id())
            + " "
            + words.until()
            + ", owner "
            + Visible.of(entry.owner())
            + (entry.scope().isTooBroad()
                ? ", " + door.terminal().outStyle().warning(TOO_BROAD)
                : "")
            + ".");
    door.print(
        "  "
            + words.scope()
            + "  "
            + Visible.of(entry.reason())
            + entry.ticket().map(key -> "  " + Visible.of(key)).orElse(""));
  }

  private static String consequence(Matches covered, List<Issue> changed) {
    if (covered.surely().isEmpty()) {
      return "No open issue matches now; what matches later is whitelisted when it is found.";
    }
    return changed.isEmpty()
        ? "No issue changes: what matches is whitelisted already."
        : IssueLine.become(changed, "open issue", "whitelisted");
  }

  /** What stays open because nobody knows whether it is meant. */
  private static Optional<String> untold(WhitelistEntry entry, Matches covered) {
    if (covered.untold().isEmpty()) {
      return Optional.empty();
    }
    String why =
        entry.scope().accounts() instanceof AccountScope.Below(String unit)
            ? "which accounts are below " + Visible.of(unit) + " is told by the next scan"
            : "tags that were never read are for the next scan to tell";
    int many = covered.untold().size();
    return Optional.of(
        Words.count(many, "issue")
            + (many == 1 ? " stays" : " stay")
            + (many == 1 ? " as it is: " : " as they are: ")
            + why
            + ".");
  }
}
