package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes the reference estate: mostly sound, every check finds something, and in several ways. */
final class ReferenceEstate {
  private ReferenceEstate() {}

  static Estate make() {
    var places = new TreeMap<String, Place>();
    places.put("eu-west-1", recorded());
    places.put("us-east-1", unrecorded());
    return new Estate(buckets(), users(), places);
  }

  private static List<BucketKind> buckets() {
    return new Mix<BucketKind>()
        .with(27, BucketKind.SOUND)
        .with(2, BucketKind.KEEPS_LOGS)
        .with(4, BucketKind.FOR_ONE_ACCOUNT)
        .with(4, BucketKind.FOR_A_CDN)
        .with(3, BucketKind.FOR_THE_ORGANIZATION)
        .with(2, BucketKind.LISTED_BY_ALL)
        .with(1, BucketKind.WRITTEN_BY_ALL)
        .with(2, BucketKind.READ_BY_ALL)
        .with(1, BucketKind.READ_BY_ALL_BUT_ONE)
        .with(1, BucketKind.HELD_BACK_BY_BLOCK)
        .with(3, BucketKind.UNENCRYPTED)
        .all();
  }

  private static List<UserPlan> users() {
    var users = new ArrayList<UserPlan>();
    add(users, 9, "service", KeyPlan.used(20, 0));
    add(users, 6, "developer", KeyPlan.used(70, 1));
    add(users, 2, "rotated", KeyPlan.switchedOff(200), KeyPlan.used(5, 0));
    add(users, 2, "half-rotated", KeyPlan.used(200, 3), KeyPlan.used(10, 0));
    add(users, 2, "pipeline", KeyPlan.used(200, 0));
    add(users, 2, "trial", KeyPlan.neverUsed(60));
    add(users, 2, "leaver", KeyPlan.used(300, 190));
    return users;
  }

  private static void add(List<UserPlan> users, int count, String name, KeyPlan... keys) {
    for (int i = 1; i <= count; i++) {
      users.add(new UserPlan(name + "-" + i, List.of(keys)));
    }
  }

  private static Place recorded() {
    return new Place(
        groups(),
        queues(),
        new Mix<DiskKind>().with(16, DiskKind.ENCRYPTED).with(4, DiskKind.PLAIN).all(),
        shared(12, 2, 1),
        shared(5, 1, 0),
        new Mix<DatabaseKind>()
            .with(6, DatabaseKind.ENCRYPTED)
            .with(2, DatabaseKind.ENCRYPTED_CLUSTER)
            .with(1, DatabaseKind.PLAIN)
            .with(1, DatabaseKind.PLAIN_WITH_PUBLIC_SNAPSHOT)
            .all(),
        List.of(TrailKind.ALL_OF_ITS_REGION, TrailKind.STOPPED));
  }

  private static Place unrecorded() {
    return new Place(
        groups(),
        queues(),
        new Mix<DiskKind>().with(14, DiskKind.ENCRYPTED).with(6, DiskKind.PLAIN).all(),
        shared(10, 2, 3),
        shared(4, 1, 1),
        new Mix<DatabaseKind>()
            .with(5, DatabaseKind.ENCRYPTED)
            .with(1, DatabaseKind.ENCRYPTED_CLUSTER)
            .with(1, DatabaseKind.PLAIN_WITH_SHARED_SNAPSHOT)
            .with(1, DatabaseKind.PLAIN_CLUSTER_WITH_PUBLIC_SNAPSHOT)
            .all(),
        List.of(TrailKind.WRITES_ONLY));
  }

  private static List<GroupKind> groups() {
    return new Mix<GroupKind>()
        .with(10, GroupKind.WEB)
        .with(12, GroupKind.FROM_INSIDE)
        .with(4, GroupKind.FROM_ITSELF)
        .with(2, GroupKind.PING)
        .with(2, GroupKind.NOTHING)
        .with(2, GroupKind.FROM_OFFICES)
        .with(3, GroupKind.SSH_FROM_ALL)
        .with(1, GroupKind.DATABASE_FROM_BOTH_HALVES)
        .with(1, GroupKind.EVERYTHING_FROM_ALL)
        .with(2, GroupKind.DATABASE_FROM_A_PARTNER)
        .with(1, GroupKind.DESKTOP_FROM_A_LIST_OF_ALL)
        .all();
  }

  private static List<QueueKind> queues() {
    return new Mix<QueueKind>()
        .with(9, QueueKind.WITHOUT_POLICY)
        .with(5, QueueKind.FROM_A_TOPIC)
        .with(3, QueueKind.FROM_AN_ACCOUNT)
        .with(2, QueueKind.FROM_ALL)
        .with(1, QueueKind.FROM_ANY_TOPIC)
        .all();
  }

  private static List<Sharing> shared(int ours, int withOne, int withAll) {
    return new Mix<Sharing>()
        .with(ours, Sharing.OURS)
        .with(withOne, Sharing.WITH_ONE_ACCOUNT)
        .with(withAll, Sharing.WITH_ALL)
        .all();
  }
}
