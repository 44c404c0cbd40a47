package dev.hammer.app.scan;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps in the books what a scan set out to look at and did not: its issues stay as they are and
 * count as not confirmed, until a later look decides.
 */
final class Unread {
  private final ScanPlan plan;
  private final Store store;
  private final Instant began;
  private final Instant ended;

  Unread(ScanPlan plan, Store store, Instant began, Instant ended) {
    this.plan = plan;
    this.store = store;
    this.began = began;
    this.ended = ended;
  }

  /** Records the units of accounts that could not be entered, and those that had no turn. */
  void record(Workforce.End end) {
    plan.shutUnits().forEach(this::record);
    end.notReached().forEach(this::record);
  }

  private void record(Unit unit, ReadFailure why) {
    plan.slicesOf(unit).forEach(slice -> store.record(state(slice, unit.service(), why)));
  }

  private SliceState state(Slice slice, String service, ReadFailure why) {
    boolean stopped = why.kind() == ReadFailure.Kind.NOT_REACHED;
    List<String> live = store.live(slice).stream().map(Issue::key).map(k -> k.issueId()).toList();
    return new SliceState(
        slice,
        service,
        Optional.of(plan.scanId()),
        Optional.of(began),
        Optional.of(ended),
        stopped ? SliceOutcome.NOT_REACHED : SliceOutcome.FAILED,
        List.of(why),
        0,
        0,
        live);
  }
}
