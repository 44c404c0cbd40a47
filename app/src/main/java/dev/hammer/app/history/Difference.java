package dev.hammer.app.history;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import java.util.Locale;

/**
 * What became of one issue between two scans.
 *
 * @param severity at the end
 * @param last what happened to it last in between
 * @param issue as it stands today
 */
public record Difference(Kind kind, Severity severity, HistoryEntry last, Issue issue) {

  /** What became of it, all in all. */
  public enum Kind {
    /** There was none, and there is one. */
    NEW,
    /** It was gone, and is there again. */
    BACK,
    /** It was and is there, and something significant about it is different. */
    CHANGED,
    /** It was there, and is gone. */
    RESOLVED,
    /** Somebody accepts it now. */
    ACCEPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a fault is there that was not. */
    public boolean isNews() {
      return this == NEW || this == BACK;
    }
  }
}
