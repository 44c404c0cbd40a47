package dev.hammer.demo.estate;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** One region of one account: where regional things are seeded. */
record Place(
    String account,
    String stage,
    Region region,
    String organization,
    Clients clients,
    Faults faults) {

  String regionName() {
    return region.id();
  }

  /** "prod-eu": short enough for names of resources. */
  String label() {
    return stage + "-" + regionName().substring(0, 2);
  }

  boolean is(String wantedStage, String wantedRegion) {
    return stage.equals(wantedStage) && regionName().equals(wantedRegion);
  }

  Ec2Client ec2() {
    return clients.ec2(region);
  }

  /** This place holds that fault. */
  void fault(String check, String resourceId) {
    faults.add(check, this, resourceId);
  }
}
