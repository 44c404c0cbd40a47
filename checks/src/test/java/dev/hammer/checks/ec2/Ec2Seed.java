package dev.hammer.checks.ec2;

import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Puts faulty and healthy resources of EC2 into one account and region of the emulator. */
final class Ec2Seed {
  private static final String ZONE = "a";

  private final Ec2Client ec2;
  private final String region;

  Ec2Seed(Ec2Client ec2, String region) {
    this.ec2 = ec2;
    this.region = region;
  }

  static IpPermission.Builder tcp(int port) {
    return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
  }

  static IpRange cidr(String cidr) {
    return IpRange.builder().cidrIp(cidr).build();
  }

  static Ipv6Range ipv6Cidr(String cidr) {
    return Ipv6Range.builder().cidrIpv6(cidr).build();
  }

  String group(String name, IpPermission... rules) {
    String id = ec2.createSecurityGroup(r -> r.groupName(name).description("for a test")).groupId();
    if (rules.length > 0) {
      ec2.authorizeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(rules));
    }
    return id;
  }

  /** A group whose rule names a list that holds these blocks. */
  String groupFromList(String name, String... cidrs) {
    List<AddPrefixListEntry> entries =
        List.of(cidrs).stream().map(it -> AddPrefixListEntry.builder().cidr(it).build()).toList();
    String list =
        ec2.createManagedPrefixList(
                r ->
                    r.prefixListName(name)
                        .addressFamily("IPv4")
                        .maxEntries(entries.size())
                        .entries(entries))
            .prefixList()
            .prefixListId();
    return group(
        name, tcp(3389).prefixListIds(PrefixListId.builder().prefixListId(list).build()).build());
  }

  String interfaceWith(String group) {
    String subnet = ec2.describeSubnets().subnets().getFirst().subnetId();
    return ec2.createNetworkInterface(r -> r.subnetId(subnet).groups(group))
        .networkInterface()
        .networkInterfaceId();
  }

  void publicInterfaceWith(String group) {
    String networkInterface = interfaceWith(group);
    String address = ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
    ec2.associateAddress(r -> r.allocationId(address).networkInterfaceId(networkInterface));
  }

  String volume(boolean encrypted) {
    return ec2.createVolume(r -> r.availabilityZone(region + ZONE).size(1).encrypted(encrypted))
        .volumeId();
  }

  String snapshot() {
    String volume = volume(true);
    return ec2.createSnapshot(r -> r.volumeId(volume)).snapshotId();
  }

  void share(String snapshot, String account) {
    permit(snapshot, CreateVolumePermission.builder().userId(account).build());
  }

  String publicSnapshot() {
    String id = snapshot();
    permit(id, CreateVolumePermission.builder().group(PermissionGroup.ALL).build());
    return id;
  }

  void hidePublicSnapshots() {
    ec2.enableSnapshotBlockPublicAccess(r -> r.state("block-all-sharing"));
  }

  String image(String name) {
    return ec2.registerImage(r -> r.name(name).rootDeviceName("/dev/xvda")).imageId();
  }

  String publicImage(String name) {
    String id = image(name);
    ec2.modifyImageAttribute(
        r ->
            r.imageId(id)
                .launchPermission(
                    change ->
                        change.add(LaunchPermission.builder().group(PermissionGroup.ALL).build())));
    return id;
  }

  /** What every place has, under the same names, and nobody may complain about. */
  void healthy() {
    String inside = group("inside", tcp(22).ipRanges(cidr("10.0.0.0/8")).build());
    group(
        "from-inside",
        tcp(5432).userIdGroupPairs(UserIdGroupPair.builder().groupId(inside).build()).build());
    String site =
        group("site", tcp(443).ipRanges(cidr("0.0.0.0/0")).ipv6Ranges(ipv6Cidr("::/0")).build());
    publicInterfaceWith(site);
    groupFromList("offices", "10.0.0.0/8", "192.168.0.0/16");
    volume(true);
    share(snapshot(), "333333333333");
    image("base");
  }

  private void permit(String snapshot, CreateVolumePermission permission) {
    ec2.modifySnapshotAttribute(
        r -> r.snapshotId(snapshot).createVolumePermission(change -> change.add(permission)));
  }
}
