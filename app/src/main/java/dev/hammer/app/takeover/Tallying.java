package dev.hammer.app.takeover;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.stores.dynamodb.PredecessorItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the items of one table while they pass. */
final class Tallying {
  private static final int NAMED = 100;

  private final Source source;
  private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
  private final List<TableCount.Oddity> oddities = new ArrayList<>();
  private long items;
  private long taken;
  private long there;
  private long doubles;
  private long odd;
  private long unreadable;

  Tallying(Source source) {
    this.source = source;
  }

  void see(PredecessorItem item) {
    items++;
    item.issue().map(Issue::status).ifPresent(status -> statuses.merge(status, 1L, Long::sum));
    if (item.issue().isEmpty()) {
      unreadable++;
    } else if (!item.oddities().isEmpty()) {
      odd++;
    }
    if (!item.oddities().isEmpty() && oddities.size() < NAMED) {
      oddities.add(new TableCount.Oddity(item.key(), item.oddities()));
    }
  }

  void take() {
    taken++;
  }

  void isThere() {
    there++;
  }

  void isDouble(PredecessorItem item, String of) {
    doubles++;
    if (oddities.size() < NAMED) {
      oddities.add(
          new TableCount.Oddity(item.key(), List.of("the same queue as " + of + ": left out")));
    }
  }

  long items() {
    return items;
  }

  TableCount count() {
    return new TableCount(
        source, items, statuses, taken, there, doubles, odd, unreadable, oddities);
  }
}
