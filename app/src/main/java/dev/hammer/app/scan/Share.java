package dev.hammer.app.scan;

import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one process did of a scan.
 *
 * @param host the machine it ran on
 * @param process its process id there
 * @param own whether it is the process that tells so
 * @param units it looked at and stored
 * @param resources distinct resources of those units that were judged
 */
public record Share(String host, long process, boolean own, long units, long resources) {
  private static final Comparator<Share> ORDER =
      Comparator.comparing(Share::own)
          .reversed()
          .thenComparing(Share::host)
          .thenComparingLong(Share::process);

  private Share plus(LedgerEntry entry) {
    return new Share(host, process, own, units + 1, resources + entry.resources());
  }

  /**
   * The shares of all that worked on a scan, the own one first.
   *
   * @param own what this process did
   * @param self its id among the workers
   * @param others units that it did not do, done by another
   */
  static List<Share> of(
      Share own, String self, List<Worker> workers, Collection<LedgerEntry> others) {
    Map<String, Share> shares = new HashMap<>();
    workers.forEach(w -> shares.put(w.id(), new Share(w.host(), w.process(), false, 0, 0)));
    shares.put(self, own);
    others.forEach(entry -> shares.computeIfPresent(entry.worker(), (_, s) -> s.plus(entry)));
    return shares.values().stream().sorted(ORDER).toList();
  }
}
