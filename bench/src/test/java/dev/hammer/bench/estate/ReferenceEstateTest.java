package dev.hammer.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The figures are about this estate, so its size is part of them. */
final class ReferenceEstateTest {
  private static final Estate ESTATE = Estate.reference();

  @Test
  void hasFiftyBucketsAndTwentyFiveUsers() {
    assertThat(ESTATE.buckets()).hasSize(50);
    assertThat(ESTATE.users()).hasSize(25).allMatch(user -> !user.keys().isEmpty());
  }

  @Test
  void hasFortyGroupsAndTwentyQueuesInEachOfTwoRegions() {
    assertThat(ESTATE.places())
        .hasSize(2)
        .allSatisfy(
            (_, place) -> {
              assertThat(place.groups()).hasSize(40);
              assertThat(place.queues()).hasSize(20);
            });
  }

  @Test
  void hasEveryKindOfThing() {
    assertThat(ESTATE.buckets()).contains(BucketKind.values());
    assertThat(ESTATE.places().values().stream().flatMap(it -> it.groups().stream()))
        .contains(GroupKind.values());
    assertThat(ESTATE.places().values().stream().flatMap(it -> it.queues().stream()))
        .contains(QueueKind.values());
    assertThat(ESTATE.places().values().stream().flatMap(it -> it.databases().stream()))
        .contains(DatabaseKind.values());
    assertThat(ESTATE.places().values().stream().flatMap(it -> it.trails().stream()))
        .contains(TrailKind.values());
  }
}
