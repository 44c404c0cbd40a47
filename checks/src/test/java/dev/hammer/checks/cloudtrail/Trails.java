package dev.hammer.checks.cloudtrail;

import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds trails and the regions that see them; a trail is sound until a test says else. */
record Trails(
    String name,
    Region home,
    boolean isMultiRegion,
    boolean isLogging,
    Delivery bucket,
    Delivery logGroup,
    EventSelectors selectors) {
  static final Region HERE = Region.of("eu-west-1");
  static final Region ELSEWHERE = Region.of("us-east-1");
  static final Delivery FINE =
      new Delivery(Optional.empty(), Optional.empty(), Optional.of(TestScope.NOW));

  static Trails trail(String name) {
    return new Trails(name, HERE, true, true, FINE, FINE, EventSelectors.DEFAULT);
  }

  static Delivery failing(String error) {
    return new Delivery(Optional.of(error), Optional.empty(), Optional.of(ago(Duration.ofDays(3))));
  }

  static Instant ago(Duration age) {
    return TestScope.NOW.minus(age);
  }

  Trails ofOneRegion(Region other) {
    return new Trails(name, other, false, isLogging, bucket, logGroup, selectors);
  }

  Trails from(Region other) {
    return new Trails(name, other, isMultiRegion, isLogging, bucket, logGroup, selectors);
  }

  Trails stopped() {
    return new Trails(name, home, isMultiRegion, false, bucket, logGroup, selectors);
  }

  Trails bucket(Delivery other) {
    return new Trails(name, home, isMultiRegion, isLogging, other, logGroup, selectors);
  }

  Trails logGroup(Delivery other) {
    return new Trails(name, home, isMultiRegion, isLogging, bucket, other, selectors);
  }

  Trails recording(EventSelector... some) {
    return new Trails(
        name, home, isMultiRegion, isLogging, bucket, logGroup, new EventSelectors(List.of(some)));
  }

  Trails recordingOnlyChanges() {
    return recording(new EventSelector("WriteOnly", false, true, false));
  }

  String arn() {
    return "arn:aws:cloudtrail:" + home + ":111111111111:trail/" + name;
  }

  Trail with(Facets facets) {
    Trail.Listed listed =
        new Trail.Listed(
            home, isMultiRegion, false, Optional.of("logs"), Optional.of("arn:of:log-group"));
    return new Trail(
        arn(),
        listed,
        facets.of(
            "status " + name,
            List.of(CloudTrailCalls.STATUS),
            new TrailStatus(isLogging, bucket, logGroup),
            TrailStatus::toValue),
        facets.of(
            "selectors " + name,
            List.of(CloudTrailCalls.SELECTORS),
            selectors,
            EventSelectors::toValue));
  }

  static RegionTrails region(Trails... seen) {
    return region(Facets.readable(), seen);
  }

  static RegionTrails region(Facets facets, Trails... seen) {
    return new RegionTrails(
        ResourceRef.of(RegionTrails.RESOURCE_TYPE, HERE.name(), TestScope.ACCOUNT, HERE),
        TestScope.NOW,
        Arrays.stream(seen).map(trail -> trail.with(facets)).toList());
  }
}
