package dev.hammer.cli.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.NotCovered;
import dev.hammer.app.scan.Readiness;
import dev.hammer.app.scan.Remedies;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.cli.Spoken;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a scan should have read and did not: one line for each cause, each remedy once. */
record NotReadLines(ScanReport report, Books books, AwsSection aws, Style style, String hammer) {
  private static final int SHOWN = 12;

  /** Prints them under a heading; nothing if all was read. */
  void print(PrintStream out) {
    if (report.notCovered().isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("Not read"));
    Map<String, List<NotCovered>> causes = new LinkedHashMap<>();
    report
        .notCovered()
        .forEach(gap -> causes.computeIfAbsent(cause(gap), _ -> new ArrayList<>()).add(gap));
    Map<String, List<Map.Entry<String, List<NotCovered>>>> remedies = new LinkedHashMap<>();
    causes.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            cause ->
                remedies
                    .computeIfAbsent(remedy(cause.getValue()), _ -> new ArrayList<>())
                    .add(cause));
    remedies.forEach(
        (remedy, all) -> {
          all.forEach(cause -> print(cause.getKey(), cause.getValue(), out));
          out.println("           " + Visible.of(remedy));
        });
    int more = causes.size() - SHOWN;
    if (more > 0) {
      out.println(" and " + Words.number(more) + " more causes: -o json shows all");
    }
  }

  /** An account that could not be entered is one cause, whatever was to be read there. */
  private String cause(NotCovered gap) {
    return report.plan().shut().keySet().stream()
        .filter(target -> target.account().equals(gap.unit().account()))
        .findFirst()
        .map(target -> Readiness.why(target, gap.why(), aws))
        .orElseGet(() -> causeWithin(gap));
  }

  private String causeWithin(NotCovered gap) {
    return (gap.whole() ? "" : "part of ")
        + gap.unit().service()
        + "  "
        + account(gap.unit().account())
        + "  %s  "
        + detail(gap)
        + Remedies.action(gap.why()).map(action -> ": " + action).orElse("");
  }

  /** A host names its region: the same in many regions is one cause. */
  private static String detail(NotCovered gap) {
    Region region = gap.unit().region();
    String detail = gap.why().detail();
    return region.isReal() ? detail.replace(region.name(), "*") : detail;
  }

  private void print(String text, List<NotCovered> gaps, PrintStream out) {
    TreeSet<Region> regions = new TreeSet<>();
    gaps.forEach(gap -> regions.add(gap.unit().region()));
    String where =
        regions.size() == 1 ? shown(regions.first()) : Words.count(regions.size(), "region");
    long units = gaps.stream().map(NotCovered::unit).distinct().count();
    out.println(
        " "
            + Words.count(units, "unit")
            + "  "
            + style.unknown(Visible.of(text.replace("%s", where))));
  }

  /** What to do, said once for all causes that want the same. */
  private String remedy(List<NotCovered> gaps) {
    NotCovered first = gaps.getFirst();
    return Spoken.of(Remedies.of(first.why(), settings(first)), hammer);
  }

  private AwsSection settings(NotCovered gap) {
    return report.plan().settingsOf(gap.unit().account(), aws);
  }

  private static String shown(Region region) {
    return region.equals(Region.UNKNOWN) ? "all regions" : region.name();
  }

  private String account(AccountId account) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : Visible.of(name);
  }
}
