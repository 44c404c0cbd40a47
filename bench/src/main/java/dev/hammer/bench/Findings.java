package dev.hammer.bench;

import dev.hammer.demo.estate.Expected;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds what a scan found against what was seeded. */
final class Findings {
  private Findings() {}

  static void compare(Scan scan, SortedSet<Expected> truth, Bars bars) {
    SortedSet<Expected> found = scan.found();
    SortedSet<Expected> missing = without(truth, found);
    SortedSet<Expected> extra = without(found, truth);
    bars.demand(
        missing.isEmpty() && extra.isEmpty() && scan.isWhole(),
        "found %d of %d faults, %d others%s"
            .formatted(
                truth.size() - missing.size(),
                truth.size(),
                extra.size(),
                scan.isWhole() ? "" : "; not all could be read"));
    scan.gaps().stream().limit(10).forEach(gap -> bars.line("        not read: " + gap));
    missing.forEach(fault -> bars.line("        missing: " + fault));
    extra.forEach(fault -> bars.line("        not seeded: " + fault));
  }

  private static SortedSet<Expected> without(
      SortedSet<Expected> these, SortedSet<Expected> others) {
    SortedSet<Expected> rest = new TreeSet<>(these);
    rest.removeAll(others);
    return rest;
  }
}
