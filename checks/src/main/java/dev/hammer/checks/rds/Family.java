package dev.hammer.checks.rds;

import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The two families of RDS, each with calls of its own. Neptune and DocumentDB are clusters too: the
 * family decides which call to make, never the engine.
 */
enum Family {
  INSTANCE,
  CLUSTER;

  /** The parent under which the resources of the family are listed. */
  String parent() {
    return word() + "s";
  }

  String word() {
    return switch (this) {
      case INSTANCE -> "instance";
      case CLUSTER -> "cluster";
    };
  }

  /** Lists both; if one fails, what the other brought still stands. */
  static ListingEnd listBoth(Consumer<Family> list) {
    List<ListingEnd.Gap> gaps = new ArrayList<>();
    for (Family family : values()) {
      try {
        list.accept(family);
      } catch (UnreadableException unreadable) {
        ReadFailure why = unreadable.failure();
        gaps.add(new ListingEnd.Gap(family.parent(), why));
      }
    }
    return gaps.size() == values().length
        ? new ListingEnd.Broken(gaps.getFirst().why())
        : ListingEnd.of(gaps);
  }
}
