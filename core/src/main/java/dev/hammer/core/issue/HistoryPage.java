package dev.hammer.core.issue;

import java.util.List;
import java.util.Optional;

/**
 * Some changes, the latest first.
 *
 * @param next where the next page begins, in words of the store; absent if this is the last
 */
public record HistoryPage(List<HistoryEntry> entries, Optional<String> next) {
  public HistoryPage {
    entries = List.copyOf(entries);
  }
}
