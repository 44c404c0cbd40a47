package dev.hammer.cli.scan;

import dev.hammer.app.scan.ScanPlan;
import dev.hammer.app.scan.Target;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.resource.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which identity is about to read which accounts and regions. */
final class ScanHeader {
  private static final int NAMED = 6;

  private ScanHeader() {}

  static List<String> lines(ScanPlan plan) {
    return List.of(
        "As "
            + Visible.of(plan.identity().arn())
            + "   "
            + Words.count(plan.targets().size(), "account")
            + "  "
            + regions(plan).map(known -> known + "  ").orElse("")
            + Words.count(plan.checks().size(), "check"),
        "Reading "
            + some(plan.targets().keySet().stream().map(Target::shown).toList())
            + (plan.regions().isEmpty() ? "" : "   ")
            + some(plan.regions().stream().map(Region::name).toList()));
  }

  /** How many; nothing is claimed where no account could be asked, or none matters. */
  static Optional<String> regions(ScanPlan plan) {
    if (!plan.regions().isEmpty()) {
      return Optional.of(Words.count(plan.regions().size(), "region"));
    }
    return plan.shut().isEmpty() ? Optional.empty() : Optional.of("regions not known");
  }

  private static String some(List<String> names) {
    String first = names.stream().limit(NAMED).map(Visible::of).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }
}
