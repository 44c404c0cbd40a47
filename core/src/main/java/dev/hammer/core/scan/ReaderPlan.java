package dev.hammer.core.scan;

import dev.hammer.core.check.Check;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.reading.Snapshot;
import java.util.List;

/**
 * One reader and every check that judges what it finds.
 *
 * @param listing the call that lists, named when the listing itself breaks
 */
public record ReaderPlan<S extends Snapshot>(
    Reader<S> reader, ApiCall listing, List<Check<S>> checks) {
  public ReaderPlan {
    checks = List.copyOf(checks);
  }
}
