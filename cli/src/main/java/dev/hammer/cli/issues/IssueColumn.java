package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One fact about issues as a column of a list.
 *
 * @param full what a pipe gets; empty if there is nothing
 * @param shown what a terminal gets; empty if there is nothing
 */
public record IssueColumn(
    String name,
    Column column,
    BiFunction<Issue, Books, String> full,
    BiFunction<Issue, Books, String> shown) {
  private static final String TAG = "tag.";
  private static final String NONE = "-";

  private static final List<IssueColumn> KNOWN =
      List.of(
          new IssueColumn(
              "ref",
              Column.kept(" REF"),
              (issue, _) -> issue.ref().text(),
              (issue, books) -> mark(issue, books) + issue.ref().shown()),
          new IssueColumn(
              "severity",
              Column.kept("SEVERITY"),
              (issue, _) -> issue.finding().severity().word(),
              (issue, _) -> issue.finding().severity().name()),
          of("check", Column.cutLate("CHECK"), (issue, _) -> issue.key().check()),
          new IssueColumn(
              "resource",
              Column.cut("RESOURCE"),
              (issue, _) -> called(issue.resource()),
              (issue, _) -> shortly(issue.resource())),
          of("account", Column.dropped("ACCOUNT", 1), IssueColumn::account),
          of("region", Column.dropped("REGION", 2), (issue, _) -> region(issue)),
          new IssueColumn(
              "age",
              Column.dropped("AGE", 3).toTheRight(),
              (issue, _) -> exactly(issue.timestamps().identified()),
              (issue, books) ->
                  issue
                      .timestamps()
                      .found()
                      .map(at -> Words.age(at, books.now()))
                      .orElse(Words.UNKNOWN)),
          of("status", Column.kept("STATUS"), (issue, _) -> issue.status().word()),
          of("summary", Column.cut("SUMMARY"), (issue, _) -> issue.finding().summary()),
          of("reason", Column.cut("REASON"), (issue, _) -> issue.finding().reason()),
          of("owner", Column.cut("OWNER"), (issue, _) -> IssueOwner.of(issue).orElse("")),
          of("account_id", Column.kept("ACCOUNT_ID"), (issue, _) -> issue.key().account().id()),
          of("id", Column.cut("ID"), (issue, _) -> issue.resource().id()),
          of("name", Column.cut("NAME"), (issue, _) -> issue.resource().name().orElse("")),
          of("arn", Column.cut("ARN"), (issue, _) -> issue.resource().arn().orElse("")),
          of("type", Column.cut("TYPE"), (issue, _) -> issue.resource().type()),
          of("verified", Column.kept("VERIFIED"), (issue, books) -> yes(books.isVerified(issue))),
          of("latent", Column.kept("LATENT"), (issue, _) -> yes(issue.finding().latent())),
          new IssueColumn(
              "found",
              Column.kept("FOUND"),
              (issue, _) -> exactly(issue.timestamps().identified()),
              (issue, _) -> Words.minute(issue.timestamps().identified())),
          new IssueColumn(
              "changed",
              Column.kept("CHANGED"),
              (issue, _) -> exactly(issue.timestamps().updated()),
              (issue, _) -> Words.minute(issue.timestamps().updated())));

  /** The columns of a list if nobody asks for others. */
  public static final List<IssueColumn> USUAL = KNOWN.subList(0, 7);

  /** The columns of a wide list, which says the same of all issues. */
  public static final List<IssueColumn> WIDE =
      Stream.of(
              "ref severity status verified check id name type account_id account region owner",
              "found changed arn summary reason")
          .flatMap(names -> Stream.of(names.split(" ", -1)))
          .flatMap(name -> named(name).stream())
          .toList();

  /** The names of all columns, in their order. */
  public static List<String> names() {
    return KNOWN.stream().map(IssueColumn::name).toList();
  }

  /** The column of that name; {@code tag.KEY} is one for each key. */
  public static Optional<IssueColumn> named(String name) {
    if (name.startsWith(TAG) && name.length() > TAG.length()) {
      String key = name.substring(TAG.length());
      return Optional.of(
          of(name, Column.cut(Visible.of(name)), (issue, _) -> issue.tags().get(key).orElse("")));
    }
    return KNOWN.stream().filter(column -> column.name.equals(name)).findFirst();
  }

  /** What somebody meant who named a column that does not exist. */
  public static Optional<String> near(String name) {
    return DidYouMean.of(name, names());
  }

  /** Id and name of a resource on one line, as AWS gave them. */
  public static String called(ResourceRef resource) {
    return resource.id()
        + resource.name().filter(name -> !name.equals(resource.id())).map(n -> " " + n).orElse("");
  }

  /** The same for a narrow place: of an ARN or URL that ends with the name, the name is enough. */
  public static String shortly(ResourceRef resource) {
    return resource.name().filter(resource.id()::endsWith).orElseGet(() -> called(resource));
  }

  /** What a pipe gets, with a mark where there is nothing. */
  String text(Issue issue, Books books) {
    return orNone(full.apply(issue, books));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  Cell cell(Issue issue, Books books, Style style) {
    return new Cell(
        Visible.of(orNone(shown.apply(issue, books))),
        Visible.of(text(issue, books)),
        paint(issue, books, style));
  }

  private UnaryOperator<String> paint(Issue issue, Books books, Style style) {
    return switch (name) {
      case "severity" -> text -> style.severity(issue.finding().severity(), text);
      case "ref" -> books.isVerified(issue) ? UnaryOperator.identity() : style::unknown;
      default -> UnaryOperator.identity();
    };
  }

  private static IssueColumn of(String name, Column column, BiFunction<Issue, Books, String> text) {
    return new IssueColumn(name, column, text, text);
  }

  private static String mark(Issue issue, Books books) {
    return books.isVerified(issue) ? " " : "?";
  }

  private static String account(Issue issue, Books books) {
    String name = books.accountName(issue.key().account());
    return name.isEmpty() ? issue.key().account().id() : name;
  }

  private static String region(Issue issue) {
    return issue.resource().region().isReal() ? issue.resource().region().name() : "";
  }

  private static String exactly(Instant moment) {
    return Timestamps.known(moment).map(Instant::toString).orElse(Words.UNKNOWN);
  }

  private static String yes(boolean isSo) {
    return isSo ? "yes" : "no";
  }
}
