package dev.hammer.checks.cloudtrail;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;

/**
 * Reads the trails that a region sees. A trail that is seen from many regions is asked for its
 * status and selectors once, in the region where it was made.
 */
final class RegionTrailsReader implements Reader<RegionTrails> {
  static final ReaderType<RegionTrails> TYPE =
      new ReaderType<>(
          RegionTrails.RESOURCE_TYPE,
          "cloudtrail",
          Scope.REGIONAL,
          CloudTrailCalls.DESCRIBE,
          (scope, _) -> new RegionTrailsReader(scope, RegionTrailsReader::client));

  private final AwsScope scope;
  private final Function<AwsScope, CloudTrailClient> clients;

  RegionTrailsReader(AwsScope scope, Function<AwsScope, CloudTrailClient> clients) {
    this.scope = scope;
    this.clients = clients;
  }

  @Override
  public ListingEnd list(Consumer<? super RegionTrails> found) {
    found.accept(region());
    return new ListingEnd.Complete();
  }

  @Override
  public Optional<RegionTrails> find(String name) {
    return name.equals(scope.region().name()) ? Optional.of(region()) : Optional.empty();
  }

  /** One answer has all trails: CloudTrail does not page them. */
  private RegionTrails region() {
    Instant readAt = scope.now();
    var answer =
        scope.ask(
            CloudTrailCalls.DESCRIBE,
            () -> clients.apply(scope).describeTrails(r -> r.includeShadowTrails(true)));
    ResourceRef ref =
        ResourceRef.of(
            RegionTrails.RESOURCE_TYPE, scope.region().name(), scope.account(), scope.region());
    return new RegionTrails(ref, readAt, answer.trailList().stream().map(this::trail).toList());
  }

  private Trail trail(software.amazon.awssdk.services.cloudtrail.model.Trail trail) {
    Region home = Optional.ofNullable(trail.homeRegion()).map(Region::of).orElse(scope.region());
    Trail.Listed listed =
        new Trail.Listed(
            home,
            Boolean.TRUE.equals(trail.isMultiRegionTrail()), // one region unless AWS says more
            Boolean.TRUE.equals(trail.isOrganizationTrail()), // one account likewise
            Optional.ofNullable(trail.s3BucketName()),
            Optional.ofNullable(trail.cloudWatchLogsLogGroupArn()));
    String arn = trail.trailARN();
    return new Trail(arn, listed, status(arn, scope.in(home)), selectors(arn, scope.in(home)));
  }

  private Facet<TrailStatus> status(String arn, AwsScope home) {
    String name = "status " + arn;
    return accountWide()
        .shared(
            "cloudtrail " + name,
            () ->
                Facet.of(
                    name,
                    List.of(CloudTrailCalls.STATUS),
                    () ->
                        TrailStatus.of(
                            home.ask(
                                CloudTrailCalls.STATUS,
                                () -> clients.apply(home).getTrailStatus(r -> r.name(arn)))),
                    TrailStatus::toValue));
  }

  private Facet<EventSelectors> selectors(String arn, AwsScope home) {
    String name = "selectors " + arn;
    return accountWide()
        .shared(
            "cloudtrail " + name,
            () ->
                Facet.of(
                    name,
                    List.of(CloudTrailCalls.SELECTORS),
                    () ->
                        EventSelectors.of(
                            home.ask(
                                CloudTrailCalls.SELECTORS,
                                () ->
                                    clients.apply(home).getEventSelectors(r -> r.trailName(arn)))),
                    EventSelectors::toValue));
  }

  private AwsScope accountWide() {
    return scope.in(Region.GLOBAL);
  }

  private static CloudTrailClient client(AwsScope scope) {
    return scope.client(CloudTrailClient.class, CloudTrailClient::builder);
  }
}
