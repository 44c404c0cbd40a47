package dev.hammer.app.takeover;

import dev.hammer.core.issue.Status;
import java.util.List;
import java.util.Map;

/**
 * What one table holds and what becomes of it.
 *
 * @param items all of them
 * @param statuses of those that can be read
 * @param taken those that are taken over, or would be
 * @param there those that were taken over before, or that the store knows already
 * @param doubles further spellings of what is taken over or there: they are left out
 * @param odd those about which something is odd; they are taken over all the same
 * @param unreadable those whose key names no account: they stay where they are
 * @param oddities the first odd and unreadable ones
 */
public record TableCount(
    Source source,
    long items,
    Map<Status, Long> statuses,
    long taken,
    long there,
    long doubles,
    long odd,
    long unreadable,
    List<Oddity> oddities) {

  public TableCount {
    statuses = Map.copyOf(statuses);
    oddities = List.copyOf(oddities);
  }

  /**
   * What is odd about one item.
   *
   * @param key account and issue id
   */
  public record Oddity(String key, List<String> why) {
    public Oddity {
      why = List.copyOf(why);
    }
  }

  public long of(Status status) {
    return statuses.getOrDefault(status, 0L);
  }
}
