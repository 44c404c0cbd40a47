package dev.hammer.checks.cloudtrail;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;

/** The selectors of a trail; an event is recorded if one of them fits. */
record EventSelectors(List<EventSelector> all) {
  /**
   * What a trail has for which nobody chose: all management events, reading and writing, and no
   * data events. Some emulators answer no selector at all for such a trail.
   * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
   */
  static final EventSelectors DEFAULT =
      new EventSelectors(List.of(new EventSelector("All", true, true, false)));

  EventSelectors {
    all = List.copyOf(all);
  }

  static EventSelectors of(GetEventSelectorsResponse answer) {
    List<EventSelector> found =
        Stream.concat(
                answer.eventSelectors().stream().map(EventSelector::of),
                answer.advancedEventSelectors().stream().map(EventSelector::of))
            .toList();
    return found.isEmpty() ? DEFAULT : new EventSelectors(found);
  }

  boolean recordEverything() {
    return whole(EventSelector::reads) && whole(EventSelector::writes);
  }

  /** Whether changes are recorded, if not those of every service. */
  boolean recordChanges() {
    return any(EventSelector::writes);
  }

  /** How much of the management events they record. */
  String share() {
    if (recordEverything()) {
      return "all";
    }
    if (!any(EventSelector::reads) && !any(EventSelector::writes)) {
      return "none";
    }
    if (!any(EventSelector::reads)) {
      return whole(EventSelector::writes) ? "only changes" : "only some changes";
    }
    if (!any(EventSelector::writes)) {
      return whole(EventSelector::reads) ? "only reads" : "only some reads";
    }
    return "only some";
  }

  /** Their types in AWS's words, as the predecessor kept them. */
  String types() {
    return all.stream()
        .map(EventSelector::type)
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  Value toValue() {
    return Value.items(
        all.stream()
            .map(
                it ->
                    Value.fields()
                        .put("type", it.type())
                        .put("reads", it.reads())
                        .put("writes", it.writes())
                        .put("narrowed", it.isNarrowed())
                        .build())
            .toList());
  }

  private boolean any(Predicate<EventSelector> records) {
    return all.stream().anyMatch(records);
  }

  private boolean whole(Predicate<EventSelector> records) {
    return all.stream().filter(it -> !it.isNarrowed()).anyMatch(records);
  }
}
