package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.app.record.IssuesRecord;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.issues.CoverageWords;
import dev.hammer.cli.issues.IssueGroup;
import dev.hammer.cli.issues.IssueGroups;
import dev.hammer.cli.issues.IssueListScreen;
import dev.hammer.cli.issues.IssueSheet;
import dev.hammer.cli.issues.IssueView;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.whitelist.ExpiryWords;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.json.JsonText;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The answer of {@code hammer issues}, in the format that is wanted. */
final class IssueAnswer {
  private final Door door;
  private final Workspace workspace;
  private final Filter filter;
  private final IssueView view;
  private final boolean count;
  private final Books books;
  private final IssueDesk desk;

  /**
   * Prepares the answer; nothing is read yet.
   *
   * @param count whether only the number is wanted
   */
  IssueAnswer(Door door, Workspace workspace, Filter filter, IssueView view, boolean count) {
    this.door = door;
    this.workspace = workspace;
    this.filter = filter;
    this.view = view;
    this.count = count;
    this.books = workspace.books();
    this.desk = new IssueDesk(workspace.store(), books);
  }

  /** Writes it, and says what was selected. */
  IssueListing write() {
    return switch (door.options().output()) {
      case JSONL -> lines();
      case ID -> count ? number() : refs();
      case JSON -> document();
      case TEXT -> count ? number() : text();
    };
  }

  private IssueListing text() {
    IssueListing listing = door.isRead() || view.groupBy().isPresent() ? screen() : sheet();
    announce();
    return listing;
  }

  private IssueListing lines() {
    IssueRecord each = new IssueRecord(books, workspace.whitelist().whitelist());
    JsonLines lines = new JsonLines(door.terminal().out());
    IssueListing listing =
        desk.stream(
            filter,
            streamed(),
            count ? 0 : view.limit(),
            issue -> lines.item("issue", each.of(issue)));
    lines.summary(IssuesRecord.summary(books, filter, listing.totals().selected(), lines.count()));
    return listing;
  }

  private IssueListing refs() {
    IssueListing listing =
        desk.stream(filter, order(), view.limit(), issue -> door.print(issue.ref().text()));
    talk();
    return listing;
  }

  private IssueListing document() {
    IssueListing listing = desk.page(filter, order(), view.limit());
    Value.Fields document = json(listing);
    if (view.groupBy().isPresent()) {
      IssueGroups groups = new IssueGroups(view.groupBy().get(), books);
      var _ = desk.survey(filter, groups::add);
      document =
          document.with(
              "groups", Value.items(groups.sorted().stream().map(IssueGroup::toValue).toList()));
    }
    door.print(JsonText.writePretty(document));
    return listing;
  }

  private IssueListing number() {
    IssueListing listing = desk.page(filter, IssueOrder.BY_KEY, 0);
    door.print(String.valueOf(listing.totals().selected()));
    talk();
    return listing;
  }

  /** Line by line as they come: for pipes and spreadsheets. */
  private IssueListing sheet() {
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
            isCsv ? streamed() : order(),
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

  private IssueListing screen() {
    Optional<IssueGroups> groups = view.groupBy().map(by -> new IssueGroups(by, books));
    IssueListing listing =
        groups
            .map(all -> desk.survey(filter, all::add))
            .orElseGet(() -> desk.page(filter, order(), view.limit()));
    print(
        new IssueListScreen(
            listing,
            listing.issues().size(),
            view,
            groups.map(IssueGroups::sorted).orElse(List.of()),
            workspace.configuration(),
            door.hammer()));
    return listing;
  }

  private void print(IssueListScreen screen) {
    boolean terminal = door.isRead();
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
  private void announce() {
    if (door.isRead()) {
      ExpiryWords.of(workspace.whitelist().whitelist(), books.now(), door.hammer()).stream()
          .map(door.terminal().outStyle()::warning)
          .forEach(door::print);
    }
  }

  /** Coverage beside a number or a list of refs. */
  private void talk() {
    if (!door.options().isQuiet()) {
      door.say(new CoverageWords(books).line(door.terminal().errStyle()));
    }
  }

  private Value.Fields json(IssueListing listing) {
    Whitelist whitelist = workspace.whitelist().whitelist();
    IssueRecord each = new IssueRecord(books, whitelist);
    return IssuesRecord.of(listing, each)
        .with("whitelist_expiring", WhitelistListRecord.expiring(whitelist, books.now()));
  }

  /** A store that cannot order very many without holding them hands them over in its own order. */
  private IssueOrder streamed() {
    boolean isFree = view.order().isEmpty() && view.limit() == Integer.MAX_VALUE;
    return isFree && !desk.ordersByIndex() ? IssueOrder.BY_KEY : order();
  }

  private IssueOrder order() {
    List<IssueOrder.Step> steps =
        view.order().isEmpty() ? IssueOrder.WORST_THEN_OLDEST.steps() : view.order();
    return new IssueOrder(steps, books.accountNames());
  }
}
