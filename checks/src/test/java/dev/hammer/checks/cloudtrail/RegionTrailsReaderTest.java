package dev.hammer.checks.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

class RegionTrailsReaderTest {
  private static final String EU = "eu-west-1";
  private static final String US = "us-east-1";
  private static final Trail MAIN = trail("main", EU, true);
  private static final Trail LOCAL = trail("local", US, false);

  private final AwsScope scope = TestScope.in(EU);
  private final List<String> calls = new ArrayList<>();
  private final Map<Region, FakeCloudTrail> regions = new ConcurrentHashMap<>();

  private static Trail trail(String name, String home, boolean multiRegion) {
    return Trail.builder()
        .trailARN("arn:aws:cloudtrail:" + home + ":111111111111:trail/" + name)
        .homeRegion(home)
        .isMultiRegionTrail(multiRegion)
        .s3BucketName("logs")
        .build();
  }

  private FakeCloudTrail in(String region) {
    return regions.computeIfAbsent(
        Region.of(region), name -> new FakeCloudTrail(name.name(), calls));
  }

  private RegionTrailsReader reader(String region) {
    AwsScope there = scope.in(Region.of(region));
    return new RegionTrailsReader(there, at -> in(at.region().name()));
  }

  private RegionTrails read(String region) {
    List<RegionTrails> found = new ArrayList<>();
    assertThat(reader(region).list(found::add)).isEqualTo(new ListingEnd.Complete());
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void aRegionIsOneResource() {
    in(EU).sees(MAIN);

    RegionTrails region = read(EU);

    assertThat(region.ref().id()).isEqualTo(EU);
    assertThat(region.ref().region()).isEqualTo(Region.of(EU));
    assertThat(region.readAt()).isEqualTo(TestScope.NOW);
    assertThat(region.covering()).extracting(it -> it.name()).containsExactly("main");
  }

  @Test
  void everyTrailIsAskedOnceAndAtHome() {
    in(EU).sees(MAIN);
    in(US).sees(MAIN);
    in(US).sees(LOCAL);

    for (String region : List.of(EU, US)) {
      read(region).facets().forEach(facet -> assertThat(facet.reading().known()).isPresent());
    }

    assertThat(calls)
        .containsExactlyInAnyOrder(
            "eu-west-1 DescribeTrails all",
            "us-east-1 DescribeTrails all",
            "eu-west-1 GetTrailStatus main",
            "eu-west-1 GetEventSelectors main",
            "us-east-1 GetTrailStatus local",
            "us-east-1 GetEventSelectors local");
  }

  @Test
  void aTrailOfOneRegionCoversNoOther() {
    in(EU).sees(LOCAL);

    assertThat(read(EU).covering()).isEmpty();
  }

  @Test
  void whatTheListingLeavesOutIsTheLeast() {
    in(EU).sees(Trail.builder().trailARN(MAIN.trailARN()).build());

    dev.hammer.checks.cloudtrail.Trail found = read(EU).covering().getFirst();

    assertThat(found.listed())
        .isEqualTo(
            new dev.hammer.checks.cloudtrail.Trail.Listed(
                Region.of(EU), false, false, Optional.empty(), Optional.empty()));
  }

  @Test
  void withoutTheListingNothingIsKnown() {
    in(EU).denying("DescribeTrails");

    assertThatThrownBy(() -> read(EU)).isInstanceOf(UnreadableException.class);
  }

  @Test
  void aRegionIsFoundByItsNameAlone() {
    in(EU).sees(MAIN);

    assertThat(reader(EU).find(EU)).map(it -> it.ref().id()).contains(EU);
    assertThat(reader(EU).find(US)).isEmpty();
    assertThat(calls).hasSize(1);
  }
}
