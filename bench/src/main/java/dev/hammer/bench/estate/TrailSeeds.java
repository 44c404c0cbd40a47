package dev.hammer.bench.estate;

import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/** Seeds the trails of a region; they deliver to one of the account's buckets. */
final class TrailSeeds {
  private final CloudTrailClient cloudTrail;
  private final String region;
  private final String bucket;
  private final Truth truth;

  TrailSeeds(CloudTrailClient cloudTrail, String region, String bucket, Truth truth) {
    this.cloudTrail = cloudTrail;
    this.region = region;
    this.bucket = bucket;
    this.truth = truth;
  }

  List<Runnable> of(Place place) {
    return List.of(() -> plant(place));
  }

  private void plant(Place place) {
    for (int i = 0; i < place.trails().size(); i++) {
      plant(place.trails().get(i), "trail-" + region + "-" + (i + 1));
    }
    if (!place.isRecorded()) {
      truth.add(Truth.UNRECORDED_REGION, region, region);
    }
  }

  private void plant(TrailKind kind, String name) {
    cloudTrail.createTrail(it -> it.name(name).s3BucketName(bucket).isMultiRegionTrail(false));
    EventSelector selector =
        EventSelector.builder()
            .readWriteType(
                kind == TrailKind.WRITES_ONLY ? ReadWriteType.WRITE_ONLY : ReadWriteType.ALL)
            .includeManagementEvents(true)
            .build();
    cloudTrail.putEventSelectors(it -> it.trailName(name).eventSelectors(selector));
    if (kind != TrailKind.STOPPED) {
      cloudTrail.startLogging(it -> it.name(name));
    }
  }
}
