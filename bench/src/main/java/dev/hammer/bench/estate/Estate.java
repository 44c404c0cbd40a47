package dev.hammer.bench.estate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One account as a value: what is to be seeded, judged and paid for in requests. */
public record Estate(
    List<BucketKind> buckets, List<UserPlan> users, SortedMap<String, Place> places) {
  public Estate {
    buckets = List.copyOf(buckets);
    users = List.copyOf(users);
    places = new TreeMap<>(places);
  }

  /** The account every figure is about: two regions, and about a fifth of it at fault. */
  public static Estate reference() {
    return ReferenceEstate.make();
  }

  /** How many things checks judge. */
  public int resources() {
    return buckets.size()
        + users.stream().mapToInt(user -> user.keys().size()).sum()
        + places.values().stream().mapToInt(Estate::resources).sum();
  }

  /** Each region is one more: its trails are judged together. */
  private static int resources(Place place) {
    return place.groups().size()
        + place.queues().size()
        + place.disks().size()
        + place.snapshots().size()
        + place.images().size()
        + 2 * place.databases().size()
        + 1;
  }
}
