package dev.hammer.app.scan;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.util.List;

/** A unit that was looked at and stored. */
record UnitResult(Unit unit, List<Merged> merged) {
  SliceOutcome outcome() {
    return merged.stream().map(m -> m.look().outcome()).max(Enum::compareTo).orElseThrow();
  }

  List<Change> changes() {
    return merged.stream().flatMap(m -> m.changes().stream()).toList();
  }

  long judged() {
    return merged.stream()
        .mapToLong(m -> m.look().violations().size() + (long) m.look().compliant().size())
        .sum();
  }
}
