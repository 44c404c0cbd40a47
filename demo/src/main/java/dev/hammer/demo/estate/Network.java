package dev.hammer.demo.estate;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** The network of one place, its security groups, and the machines and disks in it. */
final class Network {
  private static final String WORLD = "0.0.0.0/0";
  private static final String INSIDE = "10.0.0.0/8";
  private static final String CHECK = "secgrp_unrestricted_access";

  private final Place place;
  private final Ec2Client ec2;

  Network(Place place) {
    this.place = place;
    this.ec2 = place.ec2();
  }

  List<Runnable> errands() {
    return List.of(this::build);
  }

  private void build() {
    var vpc =
        ec2.createVpc(
                it ->
                    it.cidrBlock("10.20.0.0/16")
                        .tagSpecifications(tags(ResourceType.VPC, Team.PLATFORM, place.label())))
            .vpc()
            .vpcId();
    var subnet =
        ec2.createSubnet(it -> it.vpcId(vpc).cidrBlock("10.20.1.0/24")).subnet().subnetId();
    var machines = new Machines(place, subnet);
    Together.run(
        List.of(
            () -> web(vpc, machines),
            () -> workers(vpc, machines),
            () -> soundGroups(vpc),
            () -> openGroups(vpc, machines),
            machines::images));
  }

  private void web(String vpc, Machines machines) {
    var web = group(vpc, "web", Team.SHOP, tcp(443, WORLD), tcp(80, WORLD));
    machines.run("web-1", Team.SHOP, true, List.of(web));
    machines.encryptedDisk("web-content", Team.SHOP);
  }

  private void workers(String vpc, Machines machines) {
    var workers = group(vpc, "workers", Team.PAYMENTS, tcp(22, INSIDE), tcp(9090, INSIDE));
    machines.run("worker-1", Team.PAYMENTS, false, List.of(workers));
    machines.run("worker-2", Team.PAYMENTS, false, List.of(workers));
  }

  private void soundGroups(String vpc) {
    var bastion = group(vpc, "bastion", Team.PLATFORM, tcp(22, "10.1.0.0/16"));
    var fromBastion = UserIdGroupPair.builder().groupId(bastion).build();
    group(vpc, "database", Team.DATA, from("tcp", 5432).userIdGroupPairs(fromBastion).build());
    group(vpc, "ping", Team.PLATFORM, from("icmp", -1).ipRanges(range(WORLD)).build());
    group(vpc, "build-agents", Team.MOBILE);
  }

  private void openGroups(String vpc, Machines machines) {
    if (place.is("prod", Regions.EU)) {
      openToTheWorldInPublic(vpc, machines);
      openInHalvesBehindPrivateAddress(vpc, machines);
      openToOnePartner(vpc);
      machines.plainDisk(machines.run("batch-1", Team.DATA, false, List.of()), "batch-scratch");
    } else if (place.is("dev", Regions.EU)) {
      openByPrefixList(vpc);
      machines.publicSnapshot("dataset-2024", Team.DATA, List.of(Company.STRANGER));
    } else if (place.is("dev", Regions.US)) {
      openButUnused(vpc);
      machines.forgottenDisk("load-test-leftover");
      machines.publicImage("trainee-workstation");
    } else if (place.is("prod", Regions.US)) {
      machines.publicSnapshot("shop-demo-data", Team.SHOP, List.of());
    }
  }

  /** Beside a sound rule for the same port, which a fix must leave alone. */
  private void openToTheWorldInPublic(String vpc, Machines machines) {
    var ssh =
        from("tcp", 22)
            .ipRanges(
                IpRange.builder().cidrIp(INSIDE).description("offices").build(),
                IpRange.builder().cidrIp(WORLD).description("remove after migration").build())
            .ipv6Ranges(Ipv6Range.builder().cidrIpv6("::/0").build())
            .build();
    var group = group(vpc, "web-admin", Team.SHOP, ssh, tcp(443, WORLD));
    machines.run("web-admin-1", Team.SHOP, true, List.of(group));
    place.fault(CHECK, group);
  }

  private void openInHalvesBehindPrivateAddress(String vpc, Machines machines) {
    var group =
        group(vpc, "reporting-db", Team.DATA, tcp(5432, "0.0.0.0/1"), tcp(5432, "128.0.0.0/1"));
    machines.run("reporting-1", Team.DATA, false, List.of(group));
    place.fault(CHECK, group);
  }

  private void openToOnePartner(String vpc) {
    place.fault(CHECK, group(vpc, "partner-mysql", Team.PAYMENTS, tcp(3306, "52.94.76.0/24")));
  }

  private void openByPrefixList(String vpc) {
    var offices = AddPrefixListEntry.builder().cidr(INSIDE).description("offices").build();
    var anywhere = AddPrefixListEntry.builder().cidr(WORLD).description("until VPN").build();
    var list =
        ec2.createManagedPrefixList(
                it ->
                    it.prefixListName("field-offices")
                        .addressFamily("IPv4")
                        .maxEntries(10)
                        .entries(offices, anywhere))
            .prefixList();
    var source = PrefixListId.builder().prefixListId(list.prefixListId()).build();
    var desktop = from("tcp", 3389).prefixListIds(source).build();
    place.fault(CHECK, group(vpc, "field-desktops", Team.MOBILE, desktop));
  }

  private void openButUnused(String vpc) {
    var everything = IpPermission.builder().ipProtocol("-1").ipRanges(range(WORLD)).build();
    place.fault(CHECK, group(vpc, "launch-wizard-1", Team.DATA, everything));
  }

  private String group(String vpc, String name, Team team, IpPermission... rules) {
    var group =
        ec2.createSecurityGroup(
                it ->
                    it.vpcId(vpc)
                        .groupName(name)
                        .description(name + " of " + place.label())
                        .tagSpecifications(tags(ResourceType.SECURITY_GROUP, team, name)))
            .groupId();
    if (rules.length > 0) {
      ec2.authorizeSecurityGroupIngress(it -> it.groupId(group).ipPermissions(rules));
    }
    return group;
  }

  private static IpPermission tcp(int port, String cidr) {
    return from("tcp", port).ipRanges(range(cidr)).build();
  }

  private static IpPermission.Builder from(String protocol, int port) {
    return IpPermission.builder().ipProtocol(protocol).fromPort(port).toPort(port);
  }

  private static IpRange range(String cidr) {
    return IpRange.builder().cidrIp(cidr).build();
  }

  static TagSpecification tags(ResourceType type, Team team, String name) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(team.tags(name).entrySet().stream().map(Network::tag).toList())
        .build();
  }

  private static Tag tag(Map.Entry<String, String> tag) {
    return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
  }
}
