package dev.hammer.bench.estate;

import java.util.List;

/** What is in one region, each thing by its kind. */
record Place(
    List<GroupKind> groups,
    List<QueueKind> queues,
    List<DiskKind> disks,
    List<Sharing> snapshots,
    List<Sharing> images,
    List<DatabaseKind> databases,
    List<TrailKind> trails) {
  Place {
    groups = List.copyOf(groups);
    queues = List.copyOf(queues);
    disks = List.copyOf(disks);
    snapshots = List.copyOf(snapshots);
    images = List.copyOf(images);
    databases = List.copyOf(databases);
    trails = List.copyOf(trails);
  }

  boolean isRecorded() {
    return trails.stream().anyMatch(TrailKind::isSound);
  }
}
