package dev.hammer.checks.ec2;

import static dev.hammer.checks.ec2.Ec2Seed.cidr;
import static dev.hammer.checks.ec2.Ec2Seed.ipv6Cidr;
import static dev.hammer.checks.ec2.Ec2Seed.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.scan.Look;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;

@MotoTest
class Ec2MotoTest {
  private static final String MEMBER = "222222222222";
  private static final String EU = "eu-west-1";
  private static final String US = "us-east-1";
  private static final List<ReaderType<?>> READERS =
      List.of(
          SecurityGroupReader.TYPE, VolumeReader.TYPE, EbsSnapshotReader.TYPE, ImageReader.TYPE);

  @Test
  void everythingIsFoundWhereItIsAndNothingElse(MotoAws aws) {
    Map<String, String> mainEu = seedMainEu(seed(aws, MotoAws.MAIN, EU));
    Map<String, String> mainUs = seedMainUs(seed(aws, MotoAws.MAIN, US));
    Map<String, String> memberEu = seedMemberEu(seed(aws, MEMBER, EU));
    Map<String, String> memberUs = seedMemberUs(seed(aws, MEMBER, US));

    assertThat(violations(MotoAws.MAIN, EU)).isEqualTo(mainEu);
    assertThat(violations(MotoAws.MAIN, US)).isEqualTo(mainUs);
    assertThat(violations(MEMBER, EU)).isEqualTo(memberEu);
    assertThat(violations(MEMBER, US)).isEqualTo(memberUs);
  }

  @Test
  void oneRegionCostsTheLeastNumberOfCalls(MotoAws aws) {
    seedMainEu(seed(aws, MotoAws.MAIN, EU));
    look(MotoAws.MAIN, EU);
    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "ec2:DescribeSecurityGroups", 1L,
                "ec2:GetManagedPrefixListEntries", 1L, // of the offices
                "ec2:DescribeNetworkInterfaces", 1L,
                "ec2:DescribeVolumes", 1L,
                "ec2:DescribeSnapshots", 1L,
                "ec2:DescribeImages", 1L));
  }

  @Test
  void pagesOfTwoMakeTheWhole(MotoAws aws) {
    Ec2Seed seed = seed(aws, MotoAws.MAIN, EU);
    for (int i = 0; i < 3; i++) {
      String group = seed.groupFromList("list-" + i, "10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1");
      seed.publicInterfaceWith(group);
      seed.volume(i == 0);
      seed.publicSnapshot();
      seed.publicImage("image-" + i);
    }
    Map<String, Value> whole = readAll();
    assertThat(whole).hasSizeGreaterThan(20);

    aws.stub().page(Paging.of(2).withEmptyFirst());
    assertThat(readAll()).isEqualTo(whole);
    assertThat(aws.stub().calls().pagedOperations())
        .containsExactlyInAnyOrder(
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeNetworkInterfaces",
            "ec2:GetManagedPrefixListEntries",
            "ec2:DescribeVolumes",
            "ec2:DescribeSnapshots",
            "ec2:DescribeImages");
  }

  @Test
  void aDeniedListingBreaksItsOwnChecksAndNoOthers(MotoAws aws) {
    seedMainEu(seed(aws, MotoAws.MAIN, EU));
    aws.stub().faults().add(Fault.always("ec2", "DescribeVolumes", FaultAnswer.denied()));
    SortedMap<String, Boolean> complete = new TreeMap<>();
    look(MotoAws.MAIN, EU)
        .forEach(
            look -> complete.put(look.slice().check(), look.end() instanceof ListingEnd.Complete));
    assertThat(complete)
        .isEqualTo(
            Map.of(
                "ebs_public_snapshot", true,
                "ebs_unencrypted_volume", false,
                "ec2_public_ami", true,
                "secgrp_unrestricted_access", true));
  }

  @Test
  void aDeniedSweepLeavesTheFaultAtTheSeverityWithoutIt(MotoAws aws) {
    Ec2Seed seed = seed(aws, MotoAws.MAIN, EU);
    String open = seed.group("open", tcp(22).ipRanges(cidr("0.0.0.0/0")).build());
    seed.publicInterfaceWith(open);
    aws.stub().faults().add(Fault.always("ec2", "DescribeNetworkInterfaces", FaultAnswer.denied()));
    assertThat(violations(MotoAws.MAIN, EU))
        .isEqualTo(Map.of("secgrp_unrestricted_access " + open, Severity.HIGH.word()));
  }

  private static Map<String, String> seedMainEu(Ec2Seed seed) {
    String open =
        seed.group(
            "open",
            tcp(22)
                .ipRanges(cidr("0.0.0.0/0"), cidr("10.0.0.0/8"))
                .ipv6Ranges(ipv6Cidr("::/0"))
                .build());
    seed.publicInterfaceWith(open);
    String plain = seed.volume(false);
    return Map.of(
        "secgrp_unrestricted_access " + open, "critical",
        "ebs_unencrypted_volume " + plain, "low");
  }

  private static Map<String, String> seedMainUs(Ec2Seed seed) {
    String halves =
        seed.group("open", tcp(5432).ipRanges(cidr("0.0.0.0/1"), cidr("128.0.0.0/1")).build());
    seed.interfaceWith(halves);
    String listed = seed.groupFromList("listed", "10.0.0.0/8", "0.0.0.0/0");
    String partner = seed.group("partner", tcp(3306).ipRanges(cidr("52.94.76.0/24")).build());
    return Map.of(
        "secgrp_unrestricted_access " + halves, "high",
        "secgrp_unrestricted_access " + listed, "medium",
        "secgrp_unrestricted_access " + partner, "low");
  }

  private static Map<String, String> seedMemberEu(Ec2Seed seed) {
    String everything =
        seed.group(
            "open", IpPermission.builder().ipProtocol("-1").ipRanges(cidr("0.0.0.0/0")).build());
    return Map.of(
        "secgrp_unrestricted_access " + everything, "medium",
        "ebs_public_snapshot " + seed.publicSnapshot(), "critical",
        "ec2_public_ami " + seed.publicImage("open"), "critical");
  }

  private static Map<String, String> seedMemberUs(Ec2Seed seed) {
    String hidden = seed.publicSnapshot();
    seed.hidePublicSnapshots();
    return Map.of("ebs_public_snapshot " + hidden, "medium latent");
  }

  private static Ec2Seed seed(MotoAws aws, String account, String region) {
    Ec2Seed seed = new Ec2Seed(aws.in(account, region).ec2(), region);
    seed.healthy();
    return seed;
  }

  private static Map<String, String> violations(String account, String region) {
    return MotoScan.violations(look(account, region));
  }

  private static List<Look> look(String account, String region) {
    return MotoScan.once(scan -> scan.look(account, region, "ec2", CheckContext.DEFAULTS));
  }

  /** All that the readers of EC2 see, with every facet. */
  private static Map<String, Value> readAll() {
    Map<String, Value> all = new TreeMap<>();
    READERS.forEach(
        type ->
            all.putAll(
                MotoScan.once(scan -> MotoScan.readAll(type, scan.scope(MotoAws.MAIN, EU)))));
    return all;
  }
}
