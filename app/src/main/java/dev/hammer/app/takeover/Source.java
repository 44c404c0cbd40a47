package dev.hammer.app.takeover;

import dev.hammer.stores.dynamodb.Shelf;

/** A table of the predecessor, and what can be done with it. */
public record Source(Shelf shelf, Way way) {
  /** What becomes of its items. */
  public enum Way {
    /** They are copied into the store. */
    COPIED,
    /** The store keeps its issues in this very table: they get what Hammer finds them by. */
    IN_PLACE,
    /** They stay where they are, until Hammer has such a check. */
    LEFT;

    /** The word for machines. */
    public String word() {
      return switch (this) {
        case COPIED -> "copied";
        case IN_PLACE -> "in_place";
        case LEFT -> "left";
      };
    }
  }

  public String table() {
    return shelf.table();
  }

  public String check() {
    return shelf.check();
  }

  /** A queue may be stored under any of its URLs. */
  boolean hasSpellings() {
    return shelf.resourceType().equals("AWS::SQS::Queue");
  }
}
