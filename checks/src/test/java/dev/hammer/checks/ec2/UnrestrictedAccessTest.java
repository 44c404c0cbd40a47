package dev.hammer.checks.ec2;

import static dev.hammer.checks.ec2.Groups.group;
import static dev.hammer.checks.ec2.Groups.instance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import dev.hammer.policy.network.IpRange;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tags come with the listing and so are always read. */
class UnrestrictedAccessTest {
  private static final Attachment IN_PUBLIC = instance("1", "198.51.100.7");
  private static final Attachment INSIDE = instance("2");

  private final CheckTester<SecurityGroup> check = CheckTester.of(UnrestrictedAccess.TYPE);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "tcp,   20,    80,    8.8.8.8/32,      low",
        "tcp,   80,    443,   0.0.0.0/0,       compliant",
        "tcp,   21,    21,    0.0.0.0/0,       compliant",
        "tcp,   22,    22,    ::/0,            medium",
        "tcp,   23,    23,    2000::/3,        medium",
        "tcp,   22,    22,    2001:4860::/32,  low",
        "tcp,   22,    22,    fc00::/7,        compliant",
        "6,     22,    22,    0.0.0.0/0,       medium",
        "udp,   3389,  3389,  0.0.0.0/0,       medium",
        "17,    3389,  3389,  0.0.0.0/0,       medium",
        "udp,   53,    53,    0.0.0.0/0,       compliant",
        "-1,    -,     -,     0.0.0.0/0,       medium",
        "-1,    -,     -,     10.6.0.0/16,     compliant",
        "-1,    443,   443,   0.0.0.0/0,       medium",
        "50,    -,     -,     0.0.0.0/0,       medium",
        "50,    -,     -,     192.168.0.0/24,  compliant",
        "58,    -,     -,     0.0.0.0/0,       compliant",
        "icmp,  -1,    -1,    0.0.0.0/0,       compliant",
        "icmp,  8,     0,     0.0.0.0/0,       compliant",
        "icmpv6,-,     -,     ::/0,            compliant",
        "tcp,   0,     65535, 0.0.0.0/0,       medium",
        "tcp,   -1,    -1,    0.0.0.0/0,       medium",
        "tcp,   -,     -,     0.0.0.0/0,       medium",
        "tcp,   22,    22,    0.0.0.0/1,       medium",
        "tcp,   22,    22,    8.0.0.0/7,       medium",
        "tcp,   22,    22,    8.0.0.0/8,       low",
        "tcp,   22,    22,    100.64.0.0/10,   compliant",
        "tcp,   24,    1432,  0.0.0.0/0,       compliant",
        "tcp,   24,    1433,  0.0.0.0/0,       medium",
        "tcp,   1433,  1434,  0.0.0.0/0,       medium",
      })
  void aRuleIsJudgedByItsPortsAndItsAddresses(
      String protocol, @Nullable Integer from, @Nullable Integer to, String cidr, String verdict) {
    SecurityGroup group = group().rule(protocol, optional(from), optional(to), cidr).readable();
    assertThat(predecessorsPorts().judging(group).inWords()).isEqualTo(verdict);
  }

  @Test
  void aGroupWithoutRulesAndOneThatTrustsAnotherGroupAreCompliant() {
    check.judging(group().readable()).isCompliant().reading("tags");
    check.judging(group().tcpFromGroup(3306, "sg-2").readable()).isCompliant().reading("tags");
  }

  static Stream<Arguments> grades() {
    String world = "0.0.0.0/0";
    String wide = "8.0.0.0/7";
    String some = "52.94.76.0/24";
    return Stream.of(
        Arguments.of(
            group().tcp(22, world).carriedBy(INSIDE, IN_PUBLIC),
            "critical",
            "lets in the whole internet, and instance i-1 (eni-1) has the public address"
                + " 198.51.100.7"),
        Arguments.of(
            group().tcp(22, wide).carriedBy(IN_PUBLIC, instance("3", "198.51.100.8")),
            "critical",
            "lets in a wide part of the internet, and instance i-1 (eni-1) has the public address"
                + " 198.51.100.7 (and 1 more)"),
        Arguments.of(
            group().tcp(22, world).carriedBy(INSIDE),
            "high",
            "lets in the whole internet, but nothing behind it has a public address: attached to"
                + " instance i-2 (eni-2)"),
        Arguments.of(
            group().tcp(22, world),
            "medium",
            "lets in the whole internet, but no network interface carries it now"),
        Arguments.of(
            group().tcp(22, some).carriedBy(IN_PUBLIC),
            "high",
            "lets in some addresses of the internet, and instance i-1 (eni-1) has the public"
                + " address 198.51.100.7"),
        Arguments.of(
            group().tcp(22, some).carriedBy(INSIDE),
            "medium",
            "lets in some addresses of the internet, but nothing behind it has a public address:"
                + " attached to instance i-2 (eni-2)"),
        Arguments.of(
            group().tcp(22, some),
            "low",
            "lets in some addresses of the internet, but no network interface carries it now"));
  }

  @ParameterizedTest
  @MethodSource("grades")
  void severityFollowsWhoGetsInAndWhatStandsBehind(Groups group, String severity, String reason) {
    check
        .judging(group.readable())
        .violates(Severity.parse(severity).orElseThrow())
        .because(reason);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0/0, HIGH", "8.0.0.0/7, HIGH", "52.94.76.0/24, MEDIUM"})
  void withoutTheInterfacesItIsGradedAsAttachedWithoutAPublicAddress(
      String cidr, Severity severity) {
    check
        .judging(group().tcp(22, cidr).carriedBy(IN_PUBLIC).with(Facets.refusing("attachments")))
        .violates(severity)
        .because("could not be read: denied")
        .without(NetworkInterfaces.LIST);
  }

  @Test
  void interfacesAreReadOnlyForWhatOffends() {
    check.judging(group().tcp(443, "0.0.0.0/0").carriedBy(IN_PUBLIC).readable()).reading("tags");
    check
        .judging(group().tcp(22, "0.0.0.0/0").carriedBy(IN_PUBLIC).readable())
        .reading("attachments", "tags");
  }

  @Test
  void twoHalvesOnOnePortAreTheWorld() {
    check
        .judging(group().tcp(5432, "0.0.0.0/1").tcp(5432, "128.0.0.0/1").readable())
        .violates(Severity.MEDIUM)
        .saying("tcp 5432 open to 0.0.0.0/1, 128.0.0.0/1")
        .because("lets in the whole internet")
        .withDetail("status", "open_completely");
  }

  @Test
  void theWorldInManyNarrowBlocksIsTheWorld() {
    Groups pieces = group();
    for (int first = 1; first < 224; first++) {
      pieces.tcp(22, first + ".0.0.0/8");
    }
    check
        .judging(pieces.readable())
        .violates(Severity.MEDIUM)
        .because("lets in the whole internet")
        .withDetail("status", "open_completely");
  }

  @Test
  void narrowBlocksOnDifferentPortsAreNotAddedUp() {
    Groups pieces = group();
    for (int i = 0; i < 4; i++) {
      pieces.tcp(22, (20 + i) + ".0.0.0/8").tcp(3389, (40 + i) + ".0.0.0/8");
    }
    // On each port four blocks, more than one per cent together.
    check.judging(pieces.readable()).violates(Severity.MEDIUM);
    check
        .judging(group().tcp(22, "20.0.0.0/8").tcp(3389, "40.0.0.0/8").readable())
        .violates(Severity.LOW);
  }

  @Test
  void aRuleForAllTrafficCountsAtEveryPort() {
    check
        .judging(
            group().everything("20.0.0.0/8").tcp(22, "40.0.0.0/8").tcp(22, "41.0.0.0/8").readable())
        .violates(Severity.MEDIUM)
        .because("a wide part");
  }

  @Test
  void aPartnerBesideTheWorldStaysAPartner() {
    Value perms =
        check
            .judging(group().tcp(22, "0.0.0.0/0").tcp(22, "52.94.76.1/32").readable())
            .violates(Severity.MEDIUM)
            .violation()
            .details()
            .get("perms")
            .orElseThrow();
    assertThat(perms)
        .isEqualTo(
            Value.items(
                List.of(
                    perm("tcp", 22, "0.0.0.0/0", "open_completely"),
                    perm("tcp", 22, "52.94.76.1/32", "open_partly"))));
  }

  @Test
  void detailsHaveOffendingRulesOnlyAndTheViewHasAll() {
    SecurityGroup group =
        group()
            .tcp(443, "0.0.0.0/0")
            .tcp(22, "10.0.0.0/8")
            .tcp(22, "0.0.0.0/0")
            .tcpFromGroup(22, "sg-2")
            .readable();
    check
        .judging(group)
        .withDetail("name", "web")
        .withDetail("vpc_id", "vpc-1")
        .withDetail("region", "eu-west-1")
        .withDetail("status", "open_completely")
        .withDetail("perms", Value.items(List.of(perm("tcp", 22, "0.0.0.0/0", "open_completely"))));
    assertThat(group.view().get("rules"))
        .get()
        .isInstanceOfSatisfying(Value.Items.class, rules -> assertThat(rules.items()).hasSize(4));
  }

  @Test
  void allPortsAreShownAsNull() {
    Value.Fields perm =
        (Value.Fields)
            ((Value.Items)
                    check
                        .judging(group().everything("0.0.0.0/0").readable())
                        .saying("all traffic open to 0.0.0.0/0")
                        .violation()
                        .details()
                        .get("perms")
                        .orElseThrow())
                .items()
                .getFirst();
    assertThat(perm.get("from_port")).contains(Value.absent());
    assertThat(perm.get("to_port")).contains(Value.absent());
  }

  @Test
  void theSummaryNamesTheWidestAndCountsTheRest() {
    check
        .judging(
            group()
                .open("tcp", 20, 80, "1.2.3.4/32")
                .tcp(3389, "0.0.0.0/0")
                .tcp(3389, "::/0")
                .open("udp", 0, 65535, "5.6.7.8/32")
                .readable())
        .saying("tcp 3389 open to 0.0.0.0/0, ::/0; 2 other rules");
  }

  @Test
  void aPrefixListIsJudgedByItsEntries() {
    check
        .judging(
            group().tcpFromList(3389, "pl-1", "111111111111", "10.0.0.0/8", "0.0.0.0/0").readable())
        .violates(Severity.MEDIUM)
        .saying("tcp 3389 open to 0.0.0.0/0 (pl-1)")
        .reading("prefix_list pl-1", "attachments", "tags");
    check
        .judging(group().tcpFromList(3389, "pl-1", "111111111111", "10.0.0.0/8").readable())
        .isCompliant()
        .reading("prefix_list pl-1", "tags");
    check
        .judging(group().tcpFromList(443, "pl-1", "111111111111", "0.0.0.0/0").readable())
        .isCompliant()
        .reading("tags");
  }

  @Test
  void aListOfAnAwsServiceIsNotTheWorld() {
    check.judging(group().tcpFromList(22, "pl-1", "AWS", "52.94.76.0/24").readable()).isCompliant();
  }

  @Test
  void aListAndARuleAreJudgedTogether() {
    check
        .judging(
            group()
                .tcpFromList(22, "pl-1", "111111111111", "20.0.0.0/8", "21.0.0.0/8")
                .tcp(22, "40.0.0.0/8")
                .readable())
        .violates(Severity.MEDIUM)
        .because("a wide part");
  }

  @Test
  void eachFacetDenied() {
    check.deniedTable(
        group()
                .tcpFromList(22, "pl-1", "111111111111", "0.0.0.0/0")
                .tcpFromList(443, "pl-2", "111111111111", "0.0.0.0/0")
                .carriedBy(IN_PUBLIC)
            ::with,
        Map.of(
            "prefix_list pl-1", "unknown",
            "prefix_list pl-2", "critical",
            "attachments", "high",
            "tags", "critical"));
  }

  @Test
  void aDeniedListNeverHidesWhatIsProvenWithoutIt() {
    check
        .judging(
            group()
                .tcpFromList(22, "pl-1", "111111111111", "0.0.0.0/0")
                .tcp(3389, "0.0.0.0/0")
                .with(Facets.refusing("prefix_list pl-1")))
        .violates(Severity.MEDIUM)
        .without(PrefixList.LISTS);
  }

  @Test
  void whatIsNoAddressRangeIsUnknownNeverCompliant() {
    check
        .judging(group().tcp(22, "anywhere").readable())
        .isUnknown(ReadFailure.Kind.UNPARSABLE, SecurityGroupReader.LIST);
    check
        .judging(group().tcp(22, "anywhere").tcp(22, "::/0").readable())
        .violates(Severity.MEDIUM)
        .without(SecurityGroupReader.LIST);
  }

  @ParameterizedTest
  @CsvSource({
    "52.94.76.0/24, compliant",
    "52.94.76.9/32, compliant",
    "52.94.0.0/16,  low",
    "0.0.0.0/0,     medium"
  })
  void knownSourcesMayComeInButNeverMoreThanThey(String cidr, String verdict) {
    List<IpRange> known = List.of(IpRange.parse("52.94.76.0/24").orElseThrow());
    assertThat(
            check
                .with(UnrestrictedAccess.KNOWN_IP_SOURCES, known)
                .judging(group().tcp(22, cidr).readable())
                .inWords())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"9200", "5601", "27017", "2375", "1521", "20", "8888"})
  void theDefaultsAreThePublishedListAndThePredecessors(int port) {
    check.judging(group().tcp(port, "0.0.0.0/0").readable()).violates(Severity.MEDIUM);
  }

  private CheckTester<SecurityGroup> predecessorsPorts() {
    return check.with(
        UnrestrictedAccess.RESTRICTED_PORTS, List.of(22, 23, 1433, 1521, 3306, 3389, 5432, 27017));
  }

  private static OptionalInt optional(@Nullable Integer port) {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private static Value perm(String protocol, int port, String cidr, String status) {
    return Value.fields()
        .put("protocol", protocol)
        .put("from_port", port)
        .put("to_port", port)
        .put("cidr", cidr)
        .put("status", status)
        .put("restricted_ports", Value.items(List.of(Value.of(port))))
        .note("description", Value.absent())
        .build();
  }
}
