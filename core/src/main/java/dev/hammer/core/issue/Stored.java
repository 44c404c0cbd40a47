package dev.hammer.core.issue;

import java.util.List;

/** What became of a write to the store. */
public sealed interface Stored {
  /** All of it is stored. */
  record Applied() implements Stored {}

  /** A look that began later is stored already; nothing was written. */
  record Superseded() implements Stored {}

  /** Somebody else wrote these in between; nothing was written. Load and merge again. */
  record Conflict(List<IssueKey> keys) implements Stored {}
}
