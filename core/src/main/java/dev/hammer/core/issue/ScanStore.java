package dev.hammer.core.issue;

import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps scans, and how each slice of the scope stands. */
public interface ScanStore {
  /**
   * Stores a scan that begins, and which slices there are. A slice that is known keeps its last
   * look; stand-ins for unknown regions of an account give way to real regions.
   */
  void begin(Scan scan, Collection<SliceState> planned);

  /** Makes more slices known, as {@link #begin} does. */
  void plan(Collection<SliceState> planned);

  /** Stores how a slice stands without changing any issue, unless a later look is stored. */
  void record(SliceState state);

  void end(Scan scan);

  Optional<Scan> scan(String id);

  /** Scans, the latest first. */
  List<Scan> scans(int limit);

  /** How each known slice stands, sorted. */
  List<SliceState> slices();

  /**
   * Forgets how these slices stand, as if nobody had ever looked at them. No issue is changed; what
   * is not known is ignored.
   */
  void forget(Collection<Slice> slices);

  /** Forgets that these scans ever ran. What they did to issues stays; unknown ids are ignored. */
  void discard(Collection<String> scanIds);

  /** Streams all scans, the latest first. */
  default void scans(Consumer<Scan> each) {
    scans(Integer.MAX_VALUE).forEach(each);
  }

  /** Streams how each known slice stands, sorted. */
  default void slices(Consumer<SliceState> each) {
    slices().forEach(each);
  }
}
