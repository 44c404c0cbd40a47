package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;

/** Seeds the volumes, snapshots and images of a region. */
final class DiskSeeds {
  private final Ec2Client ec2;
  private final String region;
  private final Truth truth;

  DiskSeeds(Ec2Client ec2, String region, Truth truth) {
    this.ec2 = ec2;
    this.region = region;
    this.truth = truth;
  }

  List<Runnable> of(Place place) {
    List<Runnable> errands = new ArrayList<>();
    place.disks().forEach(kind -> errands.add(() -> disk(kind)));
    errands.add(() -> snapshots(place.snapshots()));
    for (int i = 0; i < place.images().size(); i++) {
      Sharing sharing = place.images().get(i);
      String name = "acme-base-" + (i + 1);
      errands.add(() -> image(sharing, name));
    }
    return errands;
  }

  private void disk(DiskKind kind) {
    String id = volume(!kind.violates());
    if (kind.violates()) {
      truth.add(Truth.PLAIN_DISK, region, id);
    }
  }

  /** Of a volume that was deleted since: whether it was encrypted is not the question. */
  private void snapshots(List<Sharing> all) {
    if (all.isEmpty()) {
      return;
    }
    String volume = volume(false);
    all.forEach(sharing -> snapshot(sharing, volume));
    ec2.deleteVolume(it -> it.volumeId(volume));
  }

  private void snapshot(Sharing sharing, String volume) {
    String id = ec2.createSnapshot(it -> it.volumeId(volume)).snapshotId();
    CreateVolumePermission.Builder who = CreateVolumePermission.builder();
    switch (sharing) {
      case OURS -> {}
      case WITH_ONE_ACCOUNT -> allow(id, who.userId(Seeds.STRANGER).build());
      case WITH_ALL -> {
        allow(id, who.group(PermissionGroup.ALL).build());
        truth.add(Truth.PUBLIC_SNAPSHOT, region, id);
      }
    }
  }

  private void allow(String snapshot, CreateVolumePermission who) {
    ec2.modifySnapshotAttribute(
        it -> it.snapshotId(snapshot).createVolumePermission(change -> change.add(who)));
  }

  private void image(Sharing sharing, String name) {
    String id = ec2.registerImage(it -> it.name(name).rootDeviceName("/dev/xvda")).imageId();
    LaunchPermission.Builder who = LaunchPermission.builder();
    switch (sharing) {
      case OURS -> {}
      case WITH_ONE_ACCOUNT -> permit(id, who.userId(Seeds.STRANGER).build());
      case WITH_ALL -> {
        permit(id, who.group(PermissionGroup.ALL).build());
        truth.add(Truth.PUBLIC_IMAGE, region, id);
      }
    }
  }

  private void permit(String image, LaunchPermission who) {
    ec2.modifyImageAttribute(it -> it.imageId(image).launchPermission(change -> change.add(who)));
  }

  private String volume(boolean encrypted) {
    return ec2.createVolume(it -> it.availabilityZone(region + "a").size(100).encrypted(encrypted))
        .volumeId();
  }
}
