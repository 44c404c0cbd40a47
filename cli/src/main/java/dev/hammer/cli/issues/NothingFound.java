package dev.hammer.cli.issues;

import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Remedies;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says that no issue is open, and what that rests on: a clean result only at full coverage. */
public record NothingFound(Books books, Configuration configuration, String hammer) {
  private static final int NAMED = 5;

  /** The lines of the screen. */
  public List<String> lines(Style style) {
    List<String> lines = new ArrayList<>();
    Coverage coverage = books.coverage();
    if (coverage.isFull()) {
      lines.add(style.verified("No issues.") + "   " + proven());
      lines.add("Looked at    " + lookedAt());
    } else {
      lines.add(
          style.unknown(
              "No issues found, but coverage is only "
                  + Words.percent(coverage.percent())
                  + ": "
                  + new CoverageWords(books).units()
                  + ". This is not a clean result."));
      lines.add("Looked at    " + lookedAt());
      notRead().forEach((why, units) -> lines.add(gap(why, units)));
      lines.add("See          " + hammer + " doctor");
    }
    List<String> off =
        configuration.checks().stream()
            .filter(section -> !section.enabled())
            .map(CheckSection::check)
            .toList();
    if (!off.isEmpty()) {
      lines.add(
          "Left out     " + Words.count(off.size(), "check") + " off: " + String.join(", ", off));
    }
    return lines;
  }

  private String proven() {
    long checks = books.slices().stream().map(s -> s.slice().check()).distinct().count();
    return "Coverage 100 %: "
        + new CoverageWords(books).units()
        + ", "
        + Words.count(checks, "check")
        + ", "
        + Words.count(books.coverage().judged(), "verdict")
        + ", none unknown.";
  }

  private String lookedAt() {
    TreeSet<AccountId> accounts = new TreeSet<>();
    TreeSet<Region> regions = new TreeSet<>();
    TreeSet<String> services = new TreeSet<>();
    for (SliceState state : books.slices()) {
      if (state.began().isPresent()) {
        accounts.add(state.slice().account());
        regions.add(state.slice().region());
        services.add(state.service());
      }
    }
    regions.removeIf(region -> !region.isReal());
    String names =
        accounts.stream().limit(NAMED).map(this::account).collect(Collectors.joining(", "));
    int more = accounts.size() - NAMED;
    return names
        + (more > 0 ? " and " + Words.number(more) + " more accounts" : "")
        + (regions.isEmpty() ? "" : ", " + Words.count(regions.size(), "region"))
        + ": "
        + String.join(" ", services);
  }

  private String account(AccountId account) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : Visible.of(name) + " (" + account.id() + ")";
  }

  /** The units that are not complete, each once, by all the reasons it has. */
  private Map<String, TreeSet<Unit>> notRead() {
    Map<Unit, TreeMap<String, TreeSet<String>>> reasons = new TreeMap<>();
    for (SliceState state : books.slices()) {
      if (state.outcome() != SliceOutcome.COMPLETE) {
        TreeMap<String, TreeSet<String>> of =
            reasons.computeIfAbsent(state.unit(), _ -> new TreeMap<>());
        for (ReadFailure why : state.failures()) {
          TreeSet<String> actions = of.computeIfAbsent(why.kind().words(), _ -> new TreeSet<>());
          Remedies.action(why).ifPresent(actions::add);
        }
      }
    }
    Map<String, TreeSet<Unit>> causes = new TreeMap<>();
    reasons.forEach((unit, of) -> causes.computeIfAbsent(why(of), _ -> new TreeSet<>()).add(unit));
    return causes;
  }

  private static String why(TreeMap<String, TreeSet<String>> reasons) {
    return reasons.isEmpty()
        ? "not reached by the latest scan"
        : reasons.entrySet().stream()
            .map(
                reason ->
                    reason.getKey()
                        + (reason.getValue().isEmpty()
                            ? ""
                            : ": " + String.join(", ", reason.getValue())))
            .collect(Collectors.joining("; "));
  }

  private String gap(String why, TreeSet<Unit> units) {
    String services =
        units.stream().map(Unit::service).distinct().sorted().collect(Collectors.joining(" "));
    return "Not read     "
        + Words.count(units.size(), "unit")
        + ", "
        + services
        + ": "
        + Visible.of(why);
  }
}
