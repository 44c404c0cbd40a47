package dev.hammer.checks.cloudtrail;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Region;
import dev.hammer.core.value.Value;
import java.util.Optional;

/** A trail as a region sees it; its status and selectors are read once for all regions. */
record Trail(
    String arn, Listed listed, Facet<TrailStatus> status, Facet<EventSelectors> selectors) {

  /**
   * What the listing brings.
   *
   * @param home where it was made, and where alone it answers
   * @param isMultiRegion whether it records every region of the account
   * @param ofOrganization whether it records every account of an organization
   */
  record Listed(
      Region home,
      boolean isMultiRegion,
      boolean ofOrganization,
      Optional<String> bucket,
      Optional<String> logGroup) {}

  boolean covers(Region region) {
    return listed.isMultiRegion() || listed.home().equals(region);
  }

  String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** What the listing tells. */
  Value toValue() {
    return Value.fields()
        .put("id", arn)
        .put("home_region", listed.home().name())
        .put("multi_region", listed.isMultiRegion())
        .put("of_organization", listed.ofOrganization())
        .put("bucket", Value.text(listed.bucket()))
        .put("log_group", Value.text(listed.logGroup()))
        .build();
  }
}
