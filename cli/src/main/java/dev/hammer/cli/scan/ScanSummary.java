package dev.hammer.cli.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Count;
import dev.hammer.app.scan.LeftOut;
import dev.hammer.app.scan.NotCovered;
import dev.hammer.app.scan.OrganizationFailure;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.cli.Spoken;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.ExpiryWords;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.whitelist.Whitelist;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The end of a scan for people: coverage first, then counts, news, what was not read, and next
 * steps.
 */
public final class ScanSummary {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
  private static final int NEWS_SHOWN = 10;
  private static final int SKIPPED_SHOWN = 5;

  private final ScanReport report;
  private final Books books;
  private final AwsSection aws;
  private final Whitelist whitelist;
  private final PrintStream out;
  private final Style style;
  private final String hammer;

  /**
   * Prepares a summary.
   *
   * @param whitelist every accepted risk
   * @param hammer how a person calls the program in next steps, such as {@code hammer --demo}
   */
  public ScanSummary(
      ScanReport report,
      Books books,
      AwsSection aws,
      Whitelist whitelist,
      Terminal terminal,
      String hammer) {
    this.report = report;
    this.books = books;
    this.aws = aws;
    this.whitelist = whitelist;
    this.out = terminal.out();
    this.style = terminal.outStyle();
    this.hammer = hammer;
  }

  public void print() {
    headline();
    coverage();
    if (report.total().equals(Count.NONE)) {
      nothing();
    } else {
      counts();
      news();
    }
    new NotReadLines(report, books, aws, style, hammer).print(out);
    accounts();
    accepted();
    next();
    out.flush();
  }

  private void headline() {
    Scan scan = report.scan();
    Duration took = Duration.between(scan.started(), scan.ended().orElse(scan.started()));
    out.println(
        "Scan "
            + scan.id()
            + "   "
            + scan.outcome().word()
            + "   "
            + Words.duration(took)
            + "   "
            + Words.count(report.resources(), "resource")
            + "   "
            + Words.count(report.requests(), "AWS request")
            + (report.throttled() > 0
                ? "   " + Words.number(report.throttled()) + " throttled"
                : "")
            + (report.waited().compareTo(WORTH_TELLING) >= 0
                ? "   " + Words.duration(report.waited()) + " waited for rates"
                : ""));
  }

  private void coverage() {
    Coverage coverage = report.coverage();
    StringBuilder text =
        new StringBuilder("Coverage ")
            .append(Words.percent(coverage.percent()))
            .append(": ")
            .append(Words.number(coverage.complete()))
            .append(" of ")
            .append(Words.count(coverage.units(), "unit"))
            .append('.');
    if (coverage.partial() > 0) {
      text.append(" Partly read: ")
          .append(Words.count(coverage.partial(), "unit"))
          .append(", ")
          .append(Words.count(coverage.unknown(), "verdict"))
          .append(" unknown.");
    }
    if (coverage.failed() > 0) {
      text.append(" Not read: ")
          .append(Words.count(coverage.failed(), "unit"))
          .append("; their issues stay as they were.");
    }
    boolean isAll = coverage.isFull() && report.plan().roster().isWhole();
    out.println(isAll ? text : style.unknown(text.toString()));
    ShareLines.of(report.shares()).ifPresent(out::println);
    GapLines.of(report.plan().acceptedGaps()).forEach(l -> out.println(style.unknown(l)));
  }

  private void nothing() {
    out.println();
    if (report.coverage().isFull() && report.plan().roster().isWhole()) {
      out.println(
          style.verified("No issues.")
              + "   Coverage 100 %: "
              + Words.count(report.plan().checks().size(), "check")
              + ", "
              + Words.count(report.resources(), "resource")
              + " judged, none unknown."
              + (report.whitelisted() > 0
                  ? "   " + Words.number(report.whitelisted()) + " whitelisted."
                  : ""));
    } else if (report.coverage().isFull()) {
      out.println(
          "No issues found, but the organization was not read. This is not a clean result.");
    } else {
      out.println(
          "No issues found, but coverage is only "
              + Words.percent(report.coverage().percent())
              + ". This is not a clean result.");
    }
    out.println("Looked at    " + lookedAt());
    if (!report.plan().disabled().isEmpty()) {
      out.println(
          "Left out     "
              + Words.count(report.plan().disabled().size(), "check")
              + " off: "
              + String.join(", ", report.plan().disabled()));
    }
  }

  private String lookedAt() {
    String accounts =
        report.plan().targets().keySet().stream()
            .limit(5)
            .map(target -> Visible.of(target.shown()))
            .collect(Collectors.joining(", "));
    return accounts
        + ScanHeader.regions(report.plan()).map(known -> ", " + known).orElse("")
        + ": "
        + String.join(" ", report.plan().services());
  }

  private void counts() {
    out.println();
    out.println(row("", "open", "new", "back", "resolved"));
    report
        .counts()
        .forEach(
            (severity, count) -> {
              if (severity != Severity.INFO || !count.equals(Count.NONE)) {
                out.println(style.severity(severity, row(" " + severity.name(), count)));
              }
            });
    String more =
        report.whitelisted() > 0
            ? "      " + Words.number(report.whitelisted()) + " more whitelisted"
            : "";
    out.println(row(" total", report.total()) + more);
  }

  private static String row(String name, Count count) {
    return row(
        name,
        Words.number(count.open()),
        dash(count.fresh()),
        dash(count.back()),
        dash(count.resolved()));
  }

  private static String row(String name, String open, String fresh, String back, String resolved) {
    return String.format(Locale.ROOT, "%-10s%8s%7s%7s%10s", name, open, fresh, back, resolved);
  }

  private static String dash(long number) {
    return number == 0 ? "-" : Words.number(number);
  }

  private void news() {
    if (report.news().isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("New and back"));
    report.news().stream().limit(NEWS_SHOWN).forEach(this::item);
    int more = report.news().size() - NEWS_SHOWN;
    if (more > 0) {
      out.println(" and " + Words.number(more) + " more: " + hammer + " issues is:new,back");
    }
  }

  private void item(Issue issue) {
    String severity = issue.finding().severity().name();
    out.println(
        " "
            + issue.ref().shown()
            + "  "
            + style.severity(
                issue.finding().severity(), String.format(Locale.ROOT, "%-8s", severity))
            + "  "
            + String.format(Locale.ROOT, "%-4s", issue.event() == EventKind.BACK ? "back" : "new")
            + "  "
            + issue.key().check()
            + "  "
            + Visible.of(issue.resource().id())
            + issue.resource().name().map(name -> " " + Visible.of(name)).orElse("")
            + "  "
            + account(issue.key().account())
            + region(issue.resource().region()));
    out.println("           " + Visible.of(issue.finding().summary()));
  }

  /** What the organization did not tell, and accounts that nobody gets into. */
  private void accounts() {
    report
        .plan()
        .roster()
        .unread()
        .ifPresent(
            why -> {
              out.println();
              out.println(style.warning(Visible.of(OrganizationFailure.text(why)) + "."));
              out.println(
                  "           " + Visible.of(Spoken.of(OrganizationFailure.remedy(why), hammer)));
              out.println("           Only the accounts of aws.accounts were looked at");
            });
    List<LeftOut> skipped = report.plan().roster().skipped();
    if (!skipped.isEmpty()) {
      String names =
          skipped.stream()
              .limit(SKIPPED_SHOWN)
              .map(one -> Visible.of(one.shown()) + " " + one.why())
              .collect(Collectors.joining(", "));
      int more = skipped.size() - SKIPPED_SHOWN;
      out.println();
      out.println(
          "Skipped      " + names + (more > 0 ? " and " + Words.number(more) + " more" : ""));
    }
  }

  /** Acceptances that end soon, and those that nobody could prove. */
  private void accepted() {
    List<String> lines = new ArrayList<>();
    Optional<ReadFailure> unread = report.plan().roster().unitsUnread();
    unread.ifPresent(
        why ->
            lines.add(
                OrganizationFailure.text(why) + ": whitelist entries by unit accept nothing new."));
    if (report.unproved() > 0) {
      lines.add(
          Words.count(report.unproved(), "issue")
              + (report.unproved() == 1 ? " stays" : " stay")
              + " whitelisted without proof: "
              + (unread.isPresent()
                  ? "units, or tags, could not be read."
                  : "tags could not be read."));
    }
    lines.addAll(ExpiryWords.of(whitelist, books.now(), hammer));
    if (!lines.isEmpty()) {
      out.println();
      lines.forEach(line -> out.println(style.warning(Visible.of(line))));
    }
  }

  private void next() {
    out.println();
    if (report.scan().outcome() == Scan.Outcome.INTERRUPTED && isResumable()) {
      out.println("Next   " + hammer + " scan --resume");
      return;
    }
    List<String> steps = new ArrayList<>();
    report.news().stream()
        .findFirst()
        .ifPresent(issue -> steps.add(hammer + " show " + issue.ref().shown()));
    if (report.total().open() > 0) {
      steps.add(hammer + " issues");
    }
    if (isResumable()) {
      steps.add(hammer + " scan --resume");
    }
    if (!report.notCovered().stream().allMatch(ScanSummary::isUnreached)) {
      steps.add(hammer + " doctor");
    }
    if (steps.isEmpty()) {
      steps.add(hammer + " checks list");
    }
    out.println("Next   " + String.join("      ", steps));
  }

  /** A look at one resource is made again, not resumed. */
  private boolean isResumable() {
    return !report.isOfOneResource()
        && report.notCovered().stream().anyMatch(ScanSummary::isUnreached);
  }

  private static boolean isUnreached(NotCovered gap) {
    return gap.why().kind() == ReadFailure.Kind.NOT_REACHED;
  }

  private String account(AccountId account) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : Visible.of(name);
  }

  private static String region(Region region) {
    return region.isReal() ? "  " + region.name() : "";
  }
}
