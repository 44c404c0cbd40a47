package dev.hammer.cli.command;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.app.record.IssuesRecord;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import dev.hammer.cli.issues.CoverageWords;
import dev.hammer.cli.issues.IssueColumn;
import dev.hammer.cli.issues.IssueGroup;
import dev.hammer.cli.issues.IssueGroups;
import dev.hammer.cli.issues.IssueListScreen;
import dev.hammer.cli.issues.IssueOrder;
import dev.hammer.cli.issues.IssueView;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.whitelist.ExpiryWords;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.json.JsonText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer issues}. */
@Command(
    name = "issues",
    header = "List and filter issues, the worst and oldest first.",
    customSynopsis = {
      "hammer issues",
      "hammer issues 'severity:>=high account:prod-*'",
      "hammer issues is:new,back -o id | xargs hammer show",
      "hammer issues --group-by check",
      "hammer issues is:open,whitelisted --columns ref,status,id,summary",
      "hammer issues is:open -o wide",
      "hammer issues is:open -o jsonl"
    },
    description = {
      "Terms of a filter must all hold; a comma means or, a leading - not, * any text. Without a"
          + " term of status it selects open issues. All of it: hammer help filter",
      "",
      "In a pipe each issue is a line of full values between tabs; coverage goes to stderr."
    },
    exitCodeList = {"0:", "2:", "3:"})
final class IssuesCommand extends HammerSubcommand {
  private static final int TERMINAL_LIMIT = 100;

  @Parameters(
      paramLabel = "FILTER",
      arity = "0..*",
      description = "which issues (default: is:open)")
  private List<String> words = List.of();

  @Option(
      names = "--sort",
      paramLabel = "KEY",
      split = ",",
      description =
          "by severity, age, changed, check, account, region, resource or ref, a leading - turns"
              + " one round (default: severity,age)")
  private List<String> sort = List.of();

  @Option(
      names = "--columns",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "which, in this order, of: ref severity check resource account region age status summary"
              + " reason owner account_id id name arn type verified latent found changed tag.KEY")
  private List<String> columns = List.of();

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description = "count by check, account, owner, region, severity or tag.KEY")
  private @Nullable String groupBy;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "at most so many, 0 for all (default: 100 on a terminal, else all)")
  private @Nullable Integer limit;

  @Option(names = "--count", description = "only how many there are")
  private boolean count;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit 3 if a selected issue is at least this severe")
  private @Nullable Severity failOn;

  @Option(names = "--headers", description = "name the columns in a pipe, too")
  private boolean headers;

  @Override
  Exit run(Door door) {
    Filter filter = Filters.parse(words);
    IssueView view = new IssueView(columns(door), group(), limit(door), headers);
    return inWorkspace(door, workspace -> list(door, workspace, filter, view));
  }

  @Override
  boolean streams() {
    return true;
  }

  private Exit list(Door door, Workspace workspace, Filter filter, IssueView view) {
    workspace.whitelist().lapse();
    Books books = workspace.books();
    if (door.options().output() == OutputFormat.JSONL) {
      return stream(door, workspace, filter, view);
    }
    IssueDesk desk = new IssueDesk(workspace.store(), books);
    Optional<IssueGroups> groups = view.groupBy().map(by -> new IssueGroups(by, books));
    IssueListing listing =
        desk.page(
            filter,
            order(books),
            held(door, view),
            issue -> groups.ifPresent(all -> all.add(issue)));
    List<IssueGroup> sorted = groups.map(IssueGroups::sorted).orElse(List.of());
    if (door.options().output() == OutputFormat.JSON) {
      door.print(JsonText.writePretty(json(workspace, listing, view, sorted)));
    } else if (count) {
      door.print(String.valueOf(listing.totals().selected()));
      talk(door, listing);
    } else if (door.options().output() == OutputFormat.ID) {
      listing.issues().forEach(issue -> door.print(issue.ref().text()));
      talk(door, listing);
    } else {
      print(
          door,
          new IssueListScreen(listing, view, sorted, workspace.configuration(), door.hammer()));
      announce(door, workspace, books);
    }
    return isShut(listing) ? Exit.GATE : Exit.DONE;
  }

  /** How many issues are needed one by one. */
  private int held(Door door, IssueView view) {
    boolean isText = door.options().output() == OutputFormat.TEXT;
    boolean onlyCounts =
        door.options().output() != OutputFormat.JSON
            && (count || (isText && view.groupBy().isPresent()));
    return onlyCounts ? 0 : view.limit();
  }

  /**
   * In the order of the store unless another is asked for, which needs as many at once as are
   * written.
   */
  private Exit stream(Door door, Workspace workspace, Filter filter, IssueView view) {
    Books books = workspace.books();
    IssueDesk desk = new IssueDesk(workspace.store(), books);
    IssueRecord each = new IssueRecord(books, workspace.whitelist().whitelist());
    JsonLines lines = new JsonLines(door.terminal().out());
    boolean[] isShut = {false};
    Consumer<Issue> write =
        issue -> {
          isShut[0] |= failOn != null && issue.finding().severity().isAtLeast(failOn);
          if (!count && lines.count() < view.limit()) {
            lines.item("issue", each.of(issue));
          }
        };
    long selected;
    if (sort.isEmpty()) {
      selected = desk.each(filter, write);
    } else {
      IssueListing listing = desk.page(filter, order(books), count ? 0 : view.limit(), _ -> {});
      listing.issues().forEach(write);
      isShut[0] = isShut(listing);
      selected = listing.totals().selected();
    }
    lines.summary(IssuesRecord.summary(books, filter, selected, lines.count()));
    return isShut[0] ? Exit.GATE : Exit.DONE;
  }

  private static void print(Door door, IssueListScreen screen) {
    boolean terminal = door.terminal().outIsTerminal();
    Style out = door.terminal().outStyle();
    Style err = door.terminal().errStyle();
    if (screen.isEmpty()) {
      screen.nothing(terminal ? out : err).forEach(terminal ? door::print : door::say);
    } else if (terminal) {
      List<String> lines =
          door.options().isWide()
              ? screen.wide(out)
              : screen.fitted(door.terminal().columns(), out);
      lines.forEach(door::print);
      door.print(door.options().isWide() ? screen.beside(out) : screen.footer(out));
    } else {
      screen.tabbed().forEach(door::print);
      if (!door.options().isQuiet()) {
        door.say(screen.beside(err));
      }
    }
  }

  /** What will be open again soon, for people who look. */
  private static void announce(Door door, Workspace workspace, Books books) {
    if (door.terminal().outIsTerminal()) {
      ExpiryWords.of(workspace.whitelist().whitelist(), books.now(), door.hammer()).stream()
          .map(door.terminal().outStyle()::warning)
          .forEach(door::print);
    }
  }

  /** Coverage beside a number or a list of refs. */
  private static void talk(Door door, IssueListing listing) {
    if (!door.options().isQuiet()) {
      door.say(new CoverageWords(listing.books()).line(door.terminal().errStyle()));
    }
  }

  private static Value json(
      Workspace workspace, IssueListing listing, IssueView view, List<IssueGroup> groups) {
    Whitelist whitelist = workspace.whitelist().whitelist();
    IssueRecord each = new IssueRecord(listing.books(), whitelist);
    Value.Fields all =
        IssuesRecord.of(listing, each)
            .with(
                "whitelist_expiring",
                WhitelistListRecord.expiring(whitelist, listing.books().now()));
    if (view.groupBy().isEmpty()) {
      return all;
    }
    return all.with("groups", Value.items(groups.stream().map(IssueGroup::toValue).toList()));
  }

  private boolean isShut(IssueListing listing) {
    return failOn != null && listing.totals().reaches(failOn);
  }

  private int limit(Door door) {
    if (limit != null && limit < 0) {
      throw usage("--limit", String.valueOf(limit), "is no number of issues", "0 means all");
    }
    boolean people =
        door.terminal().outIsTerminal() && door.options().output() == OutputFormat.TEXT;
    int usual = people ? TERMINAL_LIMIT : 0;
    int wanted = limit == null ? usual : limit;
    return wanted == 0 ? Integer.MAX_VALUE : wanted;
  }

  private Comparator<Issue> order(Books books) {
    Comparator<Issue> order = (_, _) -> 0;
    for (String key : sort.isEmpty() ? List.of("severity", "age") : sort) {
      Optional<Comparator<Issue>> next = IssueOrder.by(key, books);
      order =
          order.thenComparing(
              next.orElseThrow(
                  () ->
                      unknown(
                          "--sort", key, DidYouMean.of(key, IssueOrder.KEYS), IssueOrder.KEYS)));
    }
    return order.thenComparing(Issue::key);
  }

  private List<IssueColumn> columns(Door door) {
    if (columns.isEmpty()) {
      return door.options().isWide() ? IssueColumn.WIDE : IssueColumn.USUAL;
    }
    return columns.stream()
        .map(
            name ->
                IssueColumn.named(name)
                    .orElseThrow(
                        () ->
                            unknown(
                                "--columns", name, IssueColumn.near(name), IssueColumn.names())))
        .toList();
  }

  private Optional<IssueColumn> group() {
    return Optional.ofNullable(groupBy)
        .map(
            key ->
                IssueGroup.by(key)
                    .orElseThrow(
                        () ->
                            unknown(
                                "--group-by",
                                key,
                                DidYouMean.of(key, IssueGroup.KEYS),
                                IssueGroup.KEYS)));
  }

  private static CommandFailure unknown(
      String option, String typed, Optional<String> near, List<String> valid) {
    String meant = near.map(word -> "; did you mean " + word + "?").orElse("");
    return usage(option, typed, "is none of its values" + meant, "Valid: " + valid(valid));
  }

  private static String valid(List<String> names) {
    return String.join(", ", names);
  }

  private static CommandFailure usage(String option, String typed, String why, String remedy) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE, "usage", option + ": \"" + typed + "\" " + why, remedy);
  }
}
