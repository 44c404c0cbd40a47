package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.CheckTester;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

class SecurityGroupReaderTest {
  private final FakeEc2 ec2 = new FakeEc2();
  private final AwsScope scope = TestScope.in("eu-west-1");
  private final SecurityGroupReader reader = new SecurityGroupReader(scope, ec2);
  private final CheckTester<SecurityGroup> check = CheckTester.of(UnrestrictedAccess.TYPE);

  @Test
  void everyPageIsRead() {
    for (int i = 1; i <= 5; i++) {
      group("sg-" + i, tcp(22).build());
    }
    assertThat(list())
        .extracting(it -> it.ref().id())
        .containsExactly("sg-1", "sg-2", "sg-3", "sg-4", "sg-5");
    assertThat(ec2.calls(SecurityGroupReader.LIST)).isEqualTo(3);
    assertThat(reader.absence()).isEqualTo(Absence.GONE);
  }

  @Test
  void aDeniedListingIsNoEmptyListing() {
    group("sg-1");
    ec2.denying(SecurityGroupReader.LIST);
    assertThatThrownBy(this::list).isInstanceOf(UnreadableException.class);
  }

  @Test
  void everySourceOfAPermissionIsARuleOfItsOwn() {
    group(
        "sg-1",
        tcp(22)
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").description("until the move").build())
            .ipv6Ranges(Ipv6Range.builder().cidrIpv6("::/0").build())
            .prefixListIds(PrefixListId.builder().prefixListId("pl-1").build())
            .userIdGroupPairs(UserIdGroupPair.builder().groupId("sg-2").build())
            .build());
    SecurityGroup group = list().getFirst();
    assertThat(group.rules())
        .extracting(IngressRule::source)
        .containsExactly(
            new IngressRule.Source.Addresses("0.0.0.0/0"),
            new IngressRule.Source.Addresses("::/0"),
            new IngressRule.Source.Listed("pl-1"),
            new IngressRule.Source.Members("sg-2"));
    assertThat(group.rules().getFirst().description()).contains("until the move");
    assertThat(group.rules().getFirst().toValue().text("description")).contains("until the move");
  }

  @Test
  void aGroupKnowsItsNames() {
    group("sg-1");
    SecurityGroup group = list().getFirst();
    assertThat(group.ref().name()).contains("name of sg-1");
    assertThat(group.ref().arn())
        .contains("arn:aws:ec2:eu-west-1:111111111111:security-group/sg-1");
    assertThat(group.ref().aliases()).containsExactly("vpc-1:name of sg-1");
    assertThat(group.tags().get().get("team")).contains("shop");
    assertThat(group.readAt()).isEqualTo(TestScope.NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sg-1",
        "arn:aws:ec2:eu-west-1:111111111111:security-group/sg-1",
        "vpc-1:name of sg-1"
      })
  void oneIsFoundByEachOfItsNames(String name) {
    group("sg-1");
    group("sg-2");
    assertThat(reader.find(name)).get().extracting(it -> it.ref().id()).isEqualTo("sg-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sg-9", "vpc-1:nobody"})
  void whatDoesNotExistIsNotFound(String name) {
    group("sg-1");
    assertThat(reader.find(name)).isEmpty();
    assertThat(ec2.calls(SecurityGroupReader.LIST)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vol-1", "", "arn:aws:ec2:us-east-1:111111111111:security-group/sg-1"})
  void whatCannotBeAGroupOfTheRegionCostsNoCall(String name) {
    group("sg-1");
    assertThat(reader.find(name)).isEmpty();
    assertThat(ec2.calls).isEmpty();
  }

  @Test
  void aListIsReadOnceForAllGroups() {
    ec2.prefixLists.put("pl-1", List.of("10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0"));
    for (int i = 1; i <= 4; i++) {
      group("sg-" + i, fromList("pl-1"));
    }
    list().forEach(group -> check.judging(group).violates(Severity.MEDIUM));
    assertThat(ec2.calls(PrefixList.ENTRIES)).isEqualTo(2); // its two pages
    assertThat(ec2.calls(PrefixList.LISTS)).isZero();
  }

  @Test
  void theOwnerOfAListIsAskedOnlyIfItHoldsSomePublicAddresses() {
    ec2.prefixLists.put("pl-1", List.of("52.94.76.0/24"));
    ec2.prefixListOwners.put("pl-1", "AWS");
    ec2.prefixLists.put("pl-2", List.of("52.94.76.0/24"));
    ec2.prefixListOwners.put("pl-2", "111111111111");
    ec2.prefixLists.put("pl-3", List.of("10.0.0.0/8"));
    group("sg-1", fromList("pl-1"));
    group("sg-2", fromList("pl-2"));
    group("sg-3", fromList("pl-3"));
    assertThat(list())
        .extracting(it -> check.judging(it).inWords())
        .containsExactly("compliant", "low", "compliant");
    assertThat(ec2.calls(PrefixList.LISTS)).isEqualTo(2);
  }

  @Test
  void aListThatIsGoneOrNotUnderstoodLeavesTheQuestionOpen() {
    ec2.prefixLists.put("pl-2", List.of("anywhere"));
    group("sg-1", fromList("pl-1"));
    group("sg-2", fromList("pl-2"));
    List<SecurityGroup> groups = list();
    check.judging(groups.get(0)).isUnknown(ReadFailure.Kind.GONE, PrefixList.ENTRIES);
    check.judging(groups.get(1)).isUnknown(ReadFailure.Kind.UNPARSABLE, PrefixList.ENTRIES);
  }

  @Test
  void interfacesAreSweptOnceAndOnlyIfAGroupOffends() {
    for (int i = 1; i <= 3; i++) {
      ec2.interfaces.add(carrying("eni-" + i, "sg-1").build());
    }
    group("sg-1", world(443));
    group("sg-2", world(8443));
    list().forEach(group -> check.judging(group).isCompliant());
    assertThat(ec2.calls(NetworkInterfaces.LIST)).isZero();

    group("sg-3", world(22));
    group("sg-4", world(23));
    list().stream().skip(2).forEach(group -> check.judging(group).violates(Severity.MEDIUM));
    assertThat(ec2.calls(NetworkInterfaces.LIST)).isEqualTo(2); // its two pages
  }

  @Test
  void anAddressIsPublicByAssociationWhateverItsNumber() {
    ec2.interfaces.add(
        carrying("eni-1", "sg-1")
            .attachment(it -> it.instanceId("i-1"))
            .association(it -> it.publicIp("127.3.4.5"))
            .build());
    group("sg-1", world(22));
    check
        .judging(list().getFirst())
        .violates(Severity.CRITICAL)
        .because("instance i-1 (eni-1) has the public address 127.3.4.5")
        .withDetail(
            "attached_in_public",
            Value.items(
                List.of(
                    Value.fields()
                        .put("interface", "eni-1")
                        .put("instance", "i-1")
                        .put("public_addresses", Value.texts(List.of("127.3.4.5")))
                        .build())));
  }

  @Test
  void aSecondAddressOfAnInterfaceMayBeThePublicOne() {
    ec2.interfaces.add(
        carrying("eni-1", "sg-1")
            .privateIpAddresses(
                NetworkInterfacePrivateIpAddress.builder().privateIpAddress("10.0.0.1").build(),
                NetworkInterfacePrivateIpAddress.builder()
                    .privateIpAddress("10.0.0.2")
                    .association(it -> it.publicIp("52.1.2.3"))
                    .build())
            .build());
    group("sg-1", world(22));
    check
        .judging(list().getFirst())
        .violates(Severity.CRITICAL)
        .because("interface eni-1 has the public address 52.1.2.3");
  }

  @ParameterizedTest
  @CsvSource({"2600:1f18::1, CRITICAL", "fd00::1, HIGH"})
  void anAddressOfIpv6IsPublicIfItIsGlobal(String address, Severity severity) {
    ec2.interfaces.add(
        carrying("eni-1", "sg-1")
            .ipv6Addresses(NetworkInterfaceIpv6Address.builder().ipv6Address(address).build())
            .build());
    group("sg-1", world(22));
    check.judging(list().getFirst()).violates(severity);
  }

  @Test
  void aDeniedSweepIsGradedAsAttached() {
    ec2.denying(NetworkInterfaces.LIST);
    group("sg-1", world(22));
    check.judging(list().getFirst()).violates(Severity.HIGH).without(NetworkInterfaces.LIST);
  }

  private List<SecurityGroup> list() {
    List<SecurityGroup> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }

  private void group(String id, IpPermission... rules) {
    ec2.groups.add(
        software.amazon.awssdk.services.ec2.model.SecurityGroup.builder()
            .groupId(id)
            .groupName("name of " + id)
            .ownerId("111111111111")
            .vpcId("vpc-1")
            .description("for a test")
            .ipPermissions(rules)
            .tags(Tag.builder().key("team").value("shop").build())
            .build());
  }

  private static IpPermission.Builder tcp(int port) {
    return IpPermission.builder().ipProtocol("tcp").fromPort(port).toPort(port);
  }

  private static IpPermission fromList(String id) {
    return tcp(22).prefixListIds(PrefixListId.builder().prefixListId(id).build()).build();
  }

  private static IpPermission world(int port) {
    return tcp(port).ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build()).build();
  }

  private static NetworkInterface.Builder carrying(String id, String groupId) {
    return NetworkInterface.builder()
        .networkInterfaceId(id)
        .groups(GroupIdentifier.builder().groupId(groupId).build());
  }
}
