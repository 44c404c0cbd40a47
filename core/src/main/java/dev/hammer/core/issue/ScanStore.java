package dev.hammer.core.issue;

import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps scans, and how each slice of the scope stands. */
public interface ScanStore {
  /**
   * Stores a scan that begins, and which slices there are. A slice that is known keeps its last
   * look; stand-ins for unknown regions of an account give way to real regions.
   */
  void begin(Scan scan, Collection<SliceState> planned);

  /** Stores how a slice stands without changing any issue, unless a later look is stored. */
  void record(SliceState state);

  void end(Scan scan);

  Optional<Scan> scan(String id);

  /** Scans, the latest first. */
  List<Scan> scans(int limit);

  /** How each known slice stands, sorted. */
  List<SliceState> slices();
}
