package dev.hammer.demo.estate;

import java.util.List;
import software.amazon.awssdk.regions.Region;

/** Where the company works. */
final class Regions {
  static final String EU = "eu-west-1";
  static final String US = "us-east-1";
  static final List<Region> ALL = List.of(Region.of(EU), Region.of(US));

  private Regions() {}
}
