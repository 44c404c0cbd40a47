package dev.hammer.demo.estate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/**
 * The trails of one place. Their selectors are put explicitly: AWS gives a new trail one for all
 * management events, moto none.
 */
final class Trails {
  private final Place place;
  private final CloudTrailClient cloudTrail;

  Trails(Place place) {
    this.place = place;
    this.cloudTrail = place.clients().cloudTrail(place.region());
  }

  List<Runnable> errands() {
    var errands = new ArrayList<Runnable>();
    if (place.is("main", Regions.EU)) {
      errands.add(this::everywhere);
    } else if (place.is("prod", Regions.EU)) {
      errands.add(this::everywhereByAdvancedSelector);
    } else if (place.is("prod", Regions.US)) {
      errands.add(this::retired);
    } else if (place.is("dev", Regions.EU)) {
      errands.add(this::stopped);
    } else if (place.is("dev", Regions.US)) {
      errands.add(this::writesOnly);
    }
    return errands;
  }

  private void everywhere() {
    create("acme-main-trail", "acme-main-cloudtrail", true);
    select("acme-main-trail", ReadWriteType.ALL);
    start("acme-main-trail");
  }

  private void everywhereByAdvancedSelector() {
    create("acme-prod-trail", "acme-prod-cloudtrail", true);
    var category =
        AdvancedFieldSelector.builder().field("eventCategory").equalsValue("Management").build();
    var management =
        AdvancedEventSelector.builder().name("Management events").fieldSelectors(category).build();
    cloudTrail.putEventSelectors(
        it -> it.trailName("acme-prod-trail").advancedEventSelectors(management));
    start("acme-prod-trail");
  }

  /** A spare one that no longer logs harms nobody while another covers the region. */
  private void retired() {
    create("acme-prod-before-2025", "acme-prod-us-cloudtrail", false);
    select("acme-prod-before-2025", ReadWriteType.ALL);
    cloudTrail.stopLogging(it -> it.name("acme-prod-before-2025"));
  }

  private void stopped() {
    create("acme-dev-trail", "acme-dev-cloudtrail", false);
    select("acme-dev-trail", ReadWriteType.ALL);
    start("acme-dev-trail");
    cloudTrail.stopLogging(it -> it.name("acme-dev-trail"));
    place.fault("cloudtrails", place.regionName());
  }

  private void writesOnly() {
    create("acme-dev-us-trail", "acme-dev-us-cloudtrail", false);
    select("acme-dev-us-trail", ReadWriteType.WRITE_ONLY);
    start("acme-dev-us-trail");
    place.fault("cloudtrails", place.regionName());
  }

  private void create(String name, String bucket, boolean multiRegion) {
    var arn =
        "arn:aws:cloudtrail:%s:%s:trail/%s".formatted(place.regionName(), place.account(), name);
    var policy = Policies.cloudTrail(bucket, arn);
    new Buckets(place).shared(bucket, Team.PLATFORM, _ -> policy);
    cloudTrail.createTrail(
        it ->
            it.name(name)
                .s3BucketName(bucket)
                .isMultiRegionTrail(multiRegion)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true));
  }

  private void select(String name, ReadWriteType type) {
    var selector =
        EventSelector.builder().readWriteType(type).includeManagementEvents(true).build();
    cloudTrail.putEventSelectors(it -> it.trailName(name).eventSelectors(selector));
  }

  private void start(String name) {
    cloudTrail.startLogging(it -> it.name(name));
  }
}
