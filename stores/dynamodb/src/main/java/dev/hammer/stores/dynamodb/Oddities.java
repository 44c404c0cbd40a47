package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.Region;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is odd about an item of the predecessor, in words; it is kept all the same. */
final class Oddities {
  private static final List<String> MAPS =
      List.of(Predecessor.DETAILS, Predecessor.TIMESTAMPS, Predecessor.TICKET);

  private static final List<String> MOMENTS =
      List.of("identified", "updated", "reported", "remediated", "resolved", "closed");

  private Oddities() {}

  static List<String> of(Issue issue, Item item) {
    List<String> oddities = new ArrayList<>();
    status(item).ifPresent(oddities::add);
    for (String name : MAPS) {
      if (!item.has(name)) {
        oddities.add(name + " is missing");
      } else if (!attribute(item, name).hasM()) {
        oddities.add(name + " is no map");
      }
    }
    moments(item, oddities);
    if (issue.unitRegion().equals(Region.UNKNOWN)) {
      oddities.add("its region is not known");
    }
    return oddities;
  }

  private static Optional<String> status(Item item) {
    if (!item.has(Predecessor.STATUS)) {
      return Optional.of("status is missing");
    }
    Optional<String> word = item.optional(Predecessor.STATUS);
    if (word.isEmpty()) {
      return Optional.of("status is no text");
    }
    return word.filter(text -> Status.parse(text) == Status.UNKNOWN)
        .map(text -> "status \"" + text + "\" is not known");
  }

  private static void moments(Item item, List<String> oddities) {
    Value.Fields timestamps = item.map(Predecessor.TIMESTAMPS);
    if (item.has(Predecessor.TIMESTAMPS) && timestamps.text("identified").isEmpty()) {
      oddities.add("timestamps.identified is missing");
    }
    for (String name : MOMENTS) {
      boolean isGiven =
          timestamps.get(name).filter(value -> !(value instanceof Value.Absent)).isPresent();
      if (isGiven && timestamps.text(name).flatMap(Moments::ofPredecessor).isEmpty()) {
        oddities.add("timestamps." + name + " is no time");
      }
    }
  }

  private static AttributeValue attribute(Item item, String name) {
    return item.attributes().getOrDefault(name, AttributeValue.fromNul(true));
  }
}
