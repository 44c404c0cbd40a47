package dev.hammer.demo.estate;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** The instances, disks, snapshots and images of one place. */
final class Machines {
  private static final String IMAGE = "ami-0acme0linux02026";

  private final Place place;
  private final String subnet;
  private final Ec2Client ec2;

  Machines(Place place, String subnet) {
    this.place = place;
    this.subnet = subnet;
    this.ec2 = place.ec2();
  }

  /** Starts one with an encrypted disk; behind a public address only if asked. */
  String run(String name, Team team, boolean isPublic, List<String> groups) {
    var root =
        BlockDeviceMapping.builder()
            .deviceName("/dev/xvda")
            .ebs(it -> it.encrypted(true).volumeSize(20).volumeType(VolumeType.GP3))
            .build();
    var network =
        InstanceNetworkInterfaceSpecification.builder()
            .deviceIndex(0)
            .subnetId(subnet)
            .associatePublicIpAddress(isPublic)
            .groups(groups)
            .build();
    return ec2.runInstances(
            it ->
                it.imageId(IMAGE)
                    .minCount(1)
                    .maxCount(1)
                    .instanceType(InstanceType.M7_G_LARGE)
                    .blockDeviceMappings(root)
                    .networkInterfaces(network)
                    .tagSpecifications(Network.tags(ResourceType.INSTANCE, team, name)))
        .instances()
        .getFirst()
        .instanceId();
  }

  /** A disk that is as it should be, and a snapshot that stays in the company. */
  void encryptedDisk(String name, Team team) {
    var disk = disk(name, team, true);
    var kept = snapshot(disk, name + "-weekly", team);
    allow(kept, List.of(CreateVolumePermission.builder().userId(Company.DEV.id()).build()));
    snapshot(disk, name + "-daily", team);
  }

  void plainDisk(String instance, String name) {
    var disk = disk(name, Team.DATA, false);
    ec2.attachVolume(it -> it.volumeId(disk).instanceId(instance).device("/dev/sdf"));
    place.fault("ebs_unencrypted_volume", disk);
  }

  void forgottenDisk(String name) {
    place.fault("ebs_unencrypted_volume", disk(name, Team.MOBILE, false));
  }

  /** Open to everyone, and to some accounts by name, which a fix must leave alone. */
  void publicSnapshot(String name, Team team, List<String> accounts) {
    var disk = disk(name, team, false);
    var snapshot = snapshot(disk, name, team);
    ec2.deleteVolume(it -> it.volumeId(disk));
    var everyone = CreateVolumePermission.builder().group(PermissionGroup.ALL).build();
    var named = accounts.stream().map(it -> CreateVolumePermission.builder().userId(it).build());
    allow(snapshot, Stream.concat(Stream.of(everyone), named).toList());
    place.fault("ebs_public_snapshot", snapshot);
  }

  void images() {
    var base = image("acme-base-2026-04", Team.PLATFORM);
    permit(base, LaunchPermission.builder().userId(Company.PROD.id()).build());
    image("acme-builder-2026-04", Team.MOBILE);
  }

  void publicImage(String name) {
    var image = image(name, Team.DATA);
    permit(image, LaunchPermission.builder().group(PermissionGroup.ALL).build());
    place.fault("ec2_public_ami", image);
  }

  private String disk(String name, Team team, boolean encrypted) {
    return ec2.createVolume(
            it ->
                it.availabilityZone(place.regionName() + "a")
                    .size(100)
                    .volumeType(VolumeType.GP3)
                    .encrypted(encrypted)
                    .tagSpecifications(Network.tags(ResourceType.VOLUME, team, name)))
        .volumeId();
  }

  private String snapshot(String disk, String name, Team team) {
    return ec2.createSnapshot(
            it ->
                it.volumeId(disk)
                    .description(name)
                    .tagSpecifications(Network.tags(ResourceType.SNAPSHOT, team, name)))
        .snapshotId();
  }

  private void allow(String snapshot, List<CreateVolumePermission> permissions) {
    ec2.modifySnapshotAttribute(
        it -> it.snapshotId(snapshot).createVolumePermission(change -> change.add(permissions)));
  }

  private String image(String name, Team team) {
    return ec2.registerImage(
            it ->
                it.name(name)
                    .rootDeviceName("/dev/xvda")
                    .tagSpecifications(Network.tags(ResourceType.IMAGE, team, name)))
        .imageId();
  }

  private void permit(String image, LaunchPermission permission) {
    ec2.modifyImageAttribute(
        it -> it.imageId(image).launchPermission(change -> change.add(permission)));
  }
}
