package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Seeds the security groups of a region, and machines that carry some of them. */
final class GroupSeeds {
  private static final String ALL = "0.0.0.0/0";
  private static final String INSIDE = "10.0.0.0/8";

  private final Ec2Client ec2;
  private final String region;
  private final Truth truth;

  GroupSeeds(Ec2Client ec2, String region, Truth truth) {
    this.ec2 = ec2;
    this.region = region;
    this.truth = truth;
  }

  List<Runnable> of(List<GroupKind> groups) {
    return List.of(() -> plant(groups));
  }

  private void plant(List<GroupKind> groups) {
    String vpc = ec2.createVpc(it -> it.cidrBlock("10.20.0.0/16")).vpc().vpcId();
    String subnet =
        ec2.createSubnet(it -> it.vpcId(vpc).cidrBlock("10.20.1.0/24")).subnet().subnetId();
    Map<String, String> lists = prefixLists(groups);
    for (int i = 0; i < groups.size(); i++) {
      GroupKind kind = groups.get(i);
      String id = group(vpc, Names.of(kind) + "-" + (i + 1));
      List<IpPermission> rules = rules(kind, id, lists);
      if (!rules.isEmpty()) {
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(id).ipPermissions(rules));
      }
      if (i % 3 == 0) {
        run(subnet, id, i % 2 == 0);
      }
      if (kind.violates()) {
        truth.add(Truth.OPEN_GROUP, region, id);
      }
    }
  }

  private Map<String, String> prefixLists(List<GroupKind> groups) {
    Map<String, String> lists = new TreeMap<>();
    for (GroupKind kind : groups) {
      kind.prefixList()
          .ifPresent(name -> lists.computeIfAbsent(name, _ -> prefixList(name, kind.violates())));
    }
    return lists;
  }

  private String prefixList(String name, boolean open) {
    List<AddPrefixListEntry> entries = new ArrayList<>();
    entries.add(AddPrefixListEntry.builder().cidr(INSIDE).description("offices").build());
    if (open) {
      entries.add(AddPrefixListEntry.builder().cidr(ALL).description("until VPN").build());
    }
    return ec2.createManagedPrefixList(
            it -> it.prefixListName(name).addressFamily("IPv4").maxEntries(10).entries(entries))
        .prefixList()
        .prefixListId();
  }

  private String group(String vpc, String name) {
    return ec2.createSecurityGroup(
            it -> it.vpcId(vpc).groupName(name).description("Seeded for a measurement"))
        .groupId();
  }

  private static List<IpPermission> rules(GroupKind kind, String id, Map<String, String> lists) {
    IpPermission ssh = from("tcp", 22).ipRanges(range(INSIDE)).build();
    return switch (kind) {
      case NOTHING -> List.of();
      case WEB ->
          List.of(
              from("tcp", 443).ipRanges(range(ALL)).build(),
              from("tcp", 80).ipRanges(range(ALL)).build(),
              ssh);
      case FROM_INSIDE -> List.of(ssh, from("tcp", 9090).ipRanges(range(INSIDE)).build());
      case FROM_ITSELF ->
          List.of(
              from("tcp", 5432)
                  .userIdGroupPairs(UserIdGroupPair.builder().groupId(id).build())
                  .build());
      case PING -> List.of(from("icmp", -1).ipRanges(range(ALL)).build());
      case SSH_FROM_ALL ->
          List.of(
              from("tcp", 22)
                  .ipRanges(range(INSIDE), range(ALL))
                  .ipv6Ranges(Ipv6Range.builder().cidrIpv6("::/0").build())
                  .build());
      case DATABASE_FROM_BOTH_HALVES ->
          List.of(from("tcp", 5432).ipRanges(range("0.0.0.0/1"), range("128.0.0.0/1")).build());
      case EVERYTHING_FROM_ALL ->
          List.of(IpPermission.builder().ipProtocol("-1").ipRanges(range(ALL)).build());
      case DATABASE_FROM_A_PARTNER ->
          List.of(from("tcp", 3306).ipRanges(range("52.94.76.0/24")).build(), ssh);
      case FROM_OFFICES, DESKTOP_FROM_A_LIST_OF_ALL ->
          List.of(
              from("tcp", 3389)
                  .prefixListIds(
                      PrefixListId.builder()
                          .prefixListId(lists.get(kind.prefixList().orElseThrow()))
                          .build())
                  .build());
    };
  }

  private void run(String subnet, String group, boolean isPublic) {
    BlockDeviceMapping root =
        BlockDeviceMapping.builder()
            .deviceName("/dev/xvda")
            .ebs(it -> it.encrypted(true).volumeSize(20))
            .build();
    InstanceNetworkInterfaceSpecification network =
        InstanceNetworkInterfaceSpecification.builder()
            .deviceIndex(0)
            .subnetId(subnet)
            .associatePublicIpAddress(isPublic)
            .groups(group)
            .build();
    ec2.runInstances(
        it ->
            it.imageId("ami-0acme0linux02026")
                .minCount(1)
                .maxCount(1)
                .blockDeviceMappings(root)
                .networkInterfaces(network));
  }

  private static IpPermission.Builder from(String protocol, int port) {
    return IpPermission.builder().ipProtocol(protocol).fromPort(port).toPort(port);
  }

  private static IpRange range(String cidr) {
    return IpRange.builder().cidrIp(cidr).build();
  }
}
