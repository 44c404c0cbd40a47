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
import dev.hammer.cli.issues.IssueSheet;
import dev.hammer.cli.issues.IssueView;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.whitelist.ExpiryWords;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.json.JsonText;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
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
      "hammer issues is:open -o jsonl",
      "hammer issues is:open -o csv > issues.csv"
    },
    description = {
      "Terms of a filter must all hold; a comma means or, a leading - not, * any text. Without a"
          + " term of status it selects open issues. All of it: hammer help filter",
      "",
      "In a pipe each issue is a line of full values between tabs; coverage goes to stderr. With -o"
          + " csv it is a line of a table for spreadsheets, with the columns of -o wide."
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

  @Override
  boolean tabulates() {
    return true;
  }

  private Exit list(Door door, Workspace workspace, Filter filter, IssueView view) {
    workspace.whitelist().lapse();
    Books books = workspace.books();
    IssueDesk desk = new IssueDesk(workspace.store(), books);
    boolean isPipe = !door.terminal().outIsTerminal() || door.options().isCsv();
    IssueListing listing =
        switch (door.options().output()) {
          case JSONL -> lines(door, workspace, desk, filter, view);
          case ID -> refs(door, desk, filter, view);
          case JSON -> document(door, workspace, desk, filter, view);
          case TEXT -> {
            if (count) {
              yield number(door, desk, filter);
            }
            IssueListing text =
                isPipe && view.groupBy().isEmpty()
                    ? sheet(door, workspace, desk, filter, view)
                    : screen(door, workspace, desk, filter, view);
            announce(door, workspace, books);
            yield text;
          }
        };
    return isShut(listing) ? Exit.GATE : Exit.DONE;
  }

  private IssueListing lines(
      Door door, Workspace workspace, IssueDesk desk, Filter filter, IssueView view) {
    Books books = workspace.books();
    IssueRecord each = new IssueRecord(books, workspace.whitelist().whitelist());
    JsonLines lines = new JsonLines(door.terminal().out());
    IssueListing listing =
        desk.stream(
            filter,
            streamed(desk, books, view),
            count ? 0 : view.limit(),
            issue -> lines.item("issue", each.of(issue)));
    lines.summary(IssuesRecord.summary(books, filter, listing.totals().selected(), lines.count()));
    return listing;
  }

  private IssueListing refs(Door door, IssueDesk desk, Filter filter, IssueView view) {
    if (count) {
      return number(door, desk, filter);
    }
    IssueListing listing =
        desk.stream(
            filter, order(desk.books()), view.limit(), issue -> door.print(issue.ref().text()));
    talk(door, listing);
    return listing;
  }

  private IssueListing document(
      Door door, Workspace workspace, IssueDesk desk, Filter filter, IssueView view) {
    IssueListing listing = desk.page(filter, order(desk.books()), view.limit());
    Value.Fields document = json(workspace, listing);
    if (view.groupBy().isPresent()) {
      IssueGroups groups = new IssueGroups(view.groupBy().get(), desk.books());
      var _ = desk.survey(filter, groups::add);
      document =
          document.with(
              "groups", Value.items(groups.sorted().stream().map(IssueGroup::toValue).toList()));
    }
    door.print(JsonText.writePretty(document));
    return listing;
  }

  private IssueListing number(Door door, IssueDesk desk, Filter filter) {
    IssueListing listing = desk.page(filter, IssueOrder.BY_KEY, 0);
    door.print(String.valueOf(listing.totals().selected()));
    talk(door, listing);
    return listing;
  }

  /** Line by line as they come: for pipes and spreadsheets. */
  private IssueListing sheet(
      Door door, Workspace workspace, IssueDesk desk, Filter filter, IssueView view) {
    Books books = desk.books();
    IssueSheet sheet = new IssueSheet(view.columns(), books);
    boolean isCsv = door.options().isCsv();
    PrintStream out = door.terminal().out();
    if (isCsv) {
      out.print(sheet.csvHead());
    }
    long[] shown = {0};
    IssueListing listing =
        desk.stream(
            filter,
            isCsv ? streamed(desk, books, view) : order(books),
            view.limit(),
            issue -> {
              if (isCsv) {
                out.print(sheet.csv(issue));
              } else {
                if (view.headers() && shown[0] == 0) {
                  door.print(sheet.tabbedHead());
                }
                door.print(sheet.tabbed(issue));
              }
              shown[0]++;
            });
    out.flush();
    IssueListScreen screen =
        new IssueListScreen(
            listing, shown[0], view, List.of(), workspace.configuration(), door.hammer());
    Style err = door.terminal().errStyle();
    if (screen.isEmpty()) {
      screen.nothing(err).forEach(door::say);
    } else if (!door.options().isQuiet()) {
      door.say(screen.beside(err));
    }
    return listing;
  }

  private IssueListing screen(
      Door door, Workspace workspace, IssueDesk desk, Filter filter, IssueView view) {
    Optional<IssueGroups> groups = view.groupBy().map(by -> new IssueGroups(by, desk.books()));
    IssueListing listing =
        groups
            .map(all -> desk.survey(filter, all::add))
            .orElseGet(() -> desk.page(filter, order(desk.books()), view.limit()));
    print(
        door,
        new IssueListScreen(
            listing,
            listing.issues().size(),
            view,
            groups.map(IssueGroups::sorted).orElse(List.of()),
            workspace.configuration(),
            door.hammer()));
    return listing;
  }

  private static void print(Door door, IssueListScreen screen) {
    boolean terminal = door.terminal().outIsTerminal() && !door.options().isCsv();
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
      if (door.options().isCsv()) {
        screen.csv().forEach(door.terminal().out()::print);
        door.terminal().out().flush();
      } else {
        screen.tabbed().forEach(door::print);
      }
      if (!door.options().isQuiet()) {
        door.say(screen.beside(err));
      }
    }
  }

  /** What will be open again soon, for people who look. */
  private static void announce(Door door, Workspace workspace, Books books) {
    if (door.terminal().outIsTerminal() && !door.options().isCsv()) {
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

  private static Value.Fields json(Workspace workspace, IssueListing listing) {
    Whitelist whitelist = workspace.whitelist().whitelist();
    IssueRecord each = new IssueRecord(listing.books(), whitelist);
    return IssuesRecord.of(listing, each)
        .with("whitelist_expiring", WhitelistListRecord.expiring(whitelist, listing.books().now()));
  }

  private boolean isShut(IssueListing listing) {
    return failOn != null && listing.totals().reaches(failOn);
  }

  private int limit(Door door) {
    if (limit != null && limit < 0) {
      throw usage("--limit", String.valueOf(limit), "is no number of issues", "0 means all");
    }
    boolean people =
        door.terminal().outIsTerminal()
            && door.options().output() == OutputFormat.TEXT
            && !door.options().isCsv();
    int usual = people ? TERMINAL_LIMIT : 0;
    int wanted = limit == null ? usual : limit;
    return wanted == 0 ? Integer.MAX_VALUE : wanted;
  }

  private IssueOrder order(Books books) {
    List<IssueOrder.Step> steps =
        sort.isEmpty()
            ? IssueOrder.WORST_THEN_OLDEST.steps()
            : sort.stream().map(IssuesCommand::step).toList();
    return new IssueOrder(steps, books.accountNames());
  }

  /** A store that cannot order very many without holding them hands them over in its own order. */
  private IssueOrder streamed(IssueDesk desk, Books books, IssueView view) {
    boolean isFree = sort.isEmpty() && view.limit() == Integer.MAX_VALUE;
    return isFree && !desk.ordersByIndex() ? IssueOrder.BY_KEY : order(books);
  }

  private static IssueOrder.Step step(String key) {
    List<String> keys = IssueOrder.Key.words();
    return IssueOrder.Step.parse(key)
        .orElseThrow(() -> unknown("--sort", key, DidYouMean.of(key, keys), keys));
  }

  private List<IssueColumn> columns(Door door) {
    if (columns.isEmpty()) {
      boolean all = door.options().isWide() || door.options().isCsv();
      return all ? IssueColumn.WIDE : IssueColumn.USUAL;
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
