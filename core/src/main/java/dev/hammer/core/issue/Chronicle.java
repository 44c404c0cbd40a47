package dev.hammer.core.issue;

import java.util.List;
import java.util.Optional;

/**
 * An issue with all that a store keeps of it, as it goes from one store to another.
 *
 * @param history every change, oldest first
 */
public record Chronicle(Issue issue, Optional<Proof> proof, List<HistoryEntry> history) {
  /**
   * @throws IllegalArgumentException if the history is of another issue
   */
  public Chronicle {
    history = List.copyOf(history);
    if (!history.stream().map(HistoryEntry::key).allMatch(issue.key()::equals)) {
      throw new IllegalArgumentException("history of another issue than " + issue.key());
    }
  }
}
