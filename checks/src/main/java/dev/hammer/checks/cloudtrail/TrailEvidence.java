package dev.hammer.checks.cloudtrail;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that could be learnt of a trail that does not record what it should. */
record TrailEvidence(
    Trail trail, Reading<TrailStatus> status, Reading<EventSelectors> selectors, Instant now) {

  static TrailEvidence of(Trail trail, Instant now) {
    return new TrailEvidence(trail, trail.status().reading(), trail.selectors().reading(), now);
  }

  /** Whether it is known to be on. */
  boolean isLogging() {
    return status.known().filter(TrailStatus::isLogging).isPresent();
  }

  boolean failsToDeliver() {
    return isLogging() && status.known().filter(it -> it.failsToDeliver(now)).isPresent();
  }

  boolean leavesOutEvents() {
    return isLogging() && selectors.known().filter(it -> !it.recordEverything()).isPresent();
  }

  /** Whether it is known to bring at least changes safely to its bucket. */
  boolean keepsChanges() {
    return isLogging()
        && bucketError().isEmpty()
        && selectors.known().filter(EventSelectors::recordChanges).isPresent();
  }

  /** What is wrong with it, in words. */
  String fault() {
    if (status.known().isPresent() && !isLogging()) {
      return "trail " + trail.name() + " is stopped";
    }
    return "trail "
        + trail.name()
        + bucketError().map(error -> " cannot deliver to its bucket (" + error + ")").orElse("")
        + logGroupError()
            .map(error -> " cannot deliver to its log group (" + error + ")")
            .orElse("")
        + selectors
            .known()
            .filter(it -> !it.recordEverything())
            .map(it -> " records " + it.share() + " of the management events")
            .orElse("");
  }

  List<ReadFailure> unread() {
    return Stream.concat(status.failure().stream(), selectors.failure().stream()).toList();
  }

  /** With the predecessor's keys, and some more. */
  Value toValue() {
    return Value.fields()
        .put("id", trail.arn())
        .put("enabled", status.known().map(it -> Value.of(it.isLogging())).orElseGet(Value::absent))
        .put("multi_region", trail.listed().isMultiRegion())
        .put("selectors", Value.text(selectors.known().map(EventSelectors::types)))
        .put("management_events", Value.text(selectors.known().map(EventSelectors::share)))
        .put("errors", errors())
        .note("home_region", Value.text(trail.listed().home().name()))
        .note("of_organization", Value.of(trail.listed().ofOrganization()))
        .build();
  }

  private Value errors() {
    Value.Builder errors = Value.fields();
    bucketError().ifPresent(it -> errors.put("s3", error(trail.listed().bucket(), it)));
    logGroupError().ifPresent(it -> errors.put("cloudwatch", error(trail.listed().logGroup(), it)));
    return errors.build();
  }

  private static Value error(Optional<String> resource, String error) {
    return Value.fields().put("resource", Value.text(resource)).put("error", error).build();
  }

  private Optional<String> bucketError() {
    return status.known().flatMap(it -> it.bucket().standingError(now));
  }

  private Optional<String> logGroupError() {
    return status.known().flatMap(it -> it.logGroup().standingError(now));
  }
}
