package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.history.HistoryDesk;
import dev.hammer.app.history.LifeFigures;
import dev.hammer.app.history.Subject;
import dev.hammer.app.history.When;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.FiguresRecord;
import dev.hammer.app.record.HistoryListRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import dev.hammer.cli.history.FiguresScreen;
import dev.hammer.cli.history.HistoryTable;
import dev.hammer.cli.issues.CoverageWords;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonStream;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer history}. */
@Command(
    name = "history",
    header = "Show what happened to issues, who did it and when, the latest first.",
    customSynopsis = {
      "hammer history",
      "hammer history k7f39qpd",
      "hammer history --since 7d --kind back,resolved 'severity:>=high'",
      "hammer history --actor lea@example.com -o jsonl",
      "hammer history --figures --since 30d"
    },
    description = {
      "One word names an issue as show does; anything else is a filter, which selects issues as they"
          + " stand today, of any status unless it names one.",
      "",
      "--figures shows how old open issues are, and how long it took to resolve those that were"
          + " resolved since --since (default: 90d): the median for each severity and check, from"
          + " when an issue was found in its present life."
    },
    exitCodeList = {"0:", "2:", "8:"})
final class HistoryCommand extends HammerSubcommand {
  private static final int TERMINAL_LIMIT = 100;
  private static final int HELD = 1_000;
  private static final Duration FIGURES_SINCE = Duration.ofDays(90);

  @Parameters(
      paramLabel = "REF|FILTER",
      arity = "0..*",
      description = "of which issues (default: all)")
  private List<String> words = List.of();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "from then on: 7d, 12h, 2026-11-01 or 2026-11-01T08:00:00Z")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "before then, written the same way")
  private @Nullable String until;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      split = ",",
      description = "who did it: identification, or a person")
  private List<String> actors = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "found, back, changed, resolved, whitelisted, unwhitelisted or reported")
  private List<String> kinds = List.of();

  @Option(names = "--scan", paramLabel = "ID", description = "what this scan did")
  private @Nullable String scan;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "at most so many, 0 for all (default: 100 on a terminal, else all)")
  private @Nullable Integer limit;

  @Option(names = "--figures", description = "how long issues stay, instead of what happened")
  private boolean figures;

  @Override
  boolean streams() {
    return !figures;
  }

  @Override
  Exit run(Door door) {
    Set<EventKind> wanted = kinds.stream().map(HistoryCommand::kind).collect(Collectors.toSet());
    int most = limit(door);
    return inWorkspace(door, workspace -> show(door, workspace, wanted, most));
  }

  private Exit show(Door door, Workspace workspace, Set<EventKind> wanted, int most) {
    workspace.whitelist().lapse();
    Books books = workspace.books();
    HistoryDesk desk = new HistoryDesk(workspace.store(), books);
    Subject subject = desk.subject(words);
    if (figures) {
      return figures(door, workspace, books, subject);
    }
    HistoryQuery query = query(books.now(), wanted);
    switch (door.options().output()) {
      case TEXT -> text(door, workspace, books, desk, subject, query, most);
      case JSON -> json(door, books, desk, subject, query, most);
      case JSONL -> jsonl(door, books, desk, subject, query, most);
      case ID -> {
        Set<String> refs = new HashSet<>();
        desk.list(
            subject,
            query,
            most,
            entry -> {
              if (refs.add(entry.key().ref().text())) {
                door.print(entry.key().ref().text());
              }
            });
      }
    }
    return Exit.DONE;
  }

  private static void text(
      Door door,
      Workspace workspace,
      Books books,
      HistoryDesk desk,
      Subject subject,
      HistoryQuery query,
      int most) {
    boolean people = door.terminal().outIsTerminal();
    HistoryTable rows =
        new HistoryTable(workspace.configuration().aws(), people, door.terminal().outStyle());
    List<HistoryEntry> held = new ArrayList<>();
    boolean[] any = {false};
    boolean more =
        desk.list(
            subject,
            query,
            most,
            entry -> {
              any[0] = true;
              if (people && most <= HELD) {
                held.add(entry);
              } else {
                door.terminal().out().println(rows.line(entry));
              }
            });
    if (!held.isEmpty()) {
      List<String> lines =
          door.options().isWide() ? rows.wide(held) : rows.fitted(held, door.terminal().columns());
      lines.forEach(door::print);
    }
    door.terminal().out().flush();
    if (!any[0]) {
      String nothing =
          books.isEmpty()
              ? "Nothing has been scanned yet. Start: " + door.hammer() + " scan"
              : "Nothing happened that matches.";
      if (people) {
        door.print(nothing);
      } else if (!door.options().isQuiet()) {
        door.say(nothing);
      }
    } else if (more && !door.options().isQuiet()) {
      String cut = "The latest " + most + " are shown (all: --limit 0).";
      if (people) {
        door.print(cut);
      } else {
        door.say(cut);
      }
    }
  }

  private static void json(
      Door door, Books books, HistoryDesk desk, Subject subject, HistoryQuery query, int most) {
    JsonStream json = JsonStream.pretty(door.terminal().out()).beginFields();
    HistoryListRecord.head(books, subject.typed(), query.since())
        .fields()
        .forEach(field -> json.field(field.name(), field.value()));
    json.beginItems("items");
    boolean more =
        desk.list(subject, query, most, entry -> json.item(HistoryListRecord.of(entry, books)));
    json.end().field("more", Value.of(more)).end().endLine().flush();
    door.terminal().out().flush();
  }

  private static void jsonl(
      Door door, Books books, HistoryDesk desk, Subject subject, HistoryQuery query, int most) {
    JsonLines lines = new JsonLines(door.terminal().out());
    boolean more =
        desk.list(
            subject,
            query,
            most,
            entry -> lines.item("change", HistoryListRecord.of(entry, books)));
    lines.summary(
        HistoryListRecord.head(books, subject.typed(), query.since())
            .with("items", Value.of(lines.count()))
            .with("more", Value.of(more)));
  }

  private Exit figures(Door door, Workspace workspace, Books books, Subject subject) {
    if (until != null || scan != null || !actors.isEmpty() || !kinds.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "usage",
          "--figures counts issues, not what happened: only --since and a filter narrow it",
          "Leave out --until, --scan, --actor and --kind");
    }
    Instant from =
        since == null
            ? books.now().minus(FIGURES_SINCE)
            : When.parse("--since", since, books.now());
    LifeFigures all = LifeFigures.of(workspace.store(), books, subject, from);
    if (door.options().output() == OutputFormat.JSON) {
      door.print(JsonText.writePretty(FiguresRecord.of(all, books, subject.typed())));
      return Exit.DONE;
    }
    FiguresScreen screen = new FiguresScreen(all, door.terminal().outStyle());
    if (door.terminal().outIsTerminal()) {
      screen.fitted(door.terminal().columns()).forEach(door::print);
      door.print(screen.footer(new CoverageWords(books).line(door.terminal().outStyle())));
    } else {
      screen.tabbed().forEach(door::print);
      if (!door.options().isQuiet()) {
        door.say(new CoverageWords(books).line(door.terminal().errStyle()));
      }
    }
    return Exit.DONE;
  }

  private HistoryQuery query(Instant now, Set<EventKind> wanted) {
    HistoryQuery query = HistoryQuery.ALL.withKinds(wanted).withActors(Set.copyOf(actors));
    if (since != null) {
      query = query.withSince(When.parse("--since", since, now));
    }
    if (until != null) {
      query = query.withBefore(When.parse("--until", until, now));
    }
    return scan == null ? query : query.withScan(scan);
  }

  private static EventKind kind(String word) {
    Optional<EventKind> kind =
        Arrays.stream(EventKind.values()).filter(k -> k.word().equals(word)).findFirst();
    return kind.orElseThrow(() -> unknown(word));
  }

  private static CommandFailure unknown(String word) {
    List<String> words = Arrays.stream(EventKind.values()).map(EventKind::word).toList();
    String meant =
        DidYouMean.of(word, words).map(near -> "; did you mean " + near + "?").orElse("");
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "usage",
        "--kind: \"" + word + "\" is none of its values" + meant,
        "Valid: " + String.join(", ", words));
  }

  private int limit(Door door) {
    if (limit != null && limit < 0) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "usage",
          "--limit: \"" + limit + "\" is no number of changes",
          "0 means all");
    }
    boolean people =
        door.terminal().outIsTerminal() && door.options().output() == OutputFormat.TEXT;
    int usual = people ? TERMINAL_LIMIT : 0;
    int wanted = limit == null ? usual : limit;
    return wanted == 0 ? Integer.MAX_VALUE : wanted;
  }
}
