package dev.hammer.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.demo.CacheFolder;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.Progress;
import dev.hammer.demo.estate.DemoAccounts.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

@Tag("moto")
class DemoEstateTest {
  private static final List<String> CHECKS =
      List.of(
          "cloudtrails",
          "ebs_public_snapshot",
          "ebs_unencrypted_volume",
          "ec2_public_ami",
          "rds_encryption",
          "rds_public_snapshot",
          "s3_bucket_acl",
          "s3_bucket_policy",
          "s3_encryption",
          "secgrp_unrestricted_access",
          "sqs_public_access",
          "user_inactivekeys",
          "user_keysrotation");

  private static Emulator emulator;
  private static SdkHttpClient http;
  private static DemoAccounts accounts;
  private static Map<Account, Clients> clients;

  @BeforeAll
  static void seed() {
    emulator = Emulator.start(CacheFolder.of(System.getenv()), Progress.silent());
    http = Clients.http();
    accounts = DemoEstate.seed(emulator);
    clients =
        accounts.all().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), it -> Clients.in(it.id(), emulator.endpoint(), http)));
  }

  @AfterAll
  static void end() {
    clients.values().forEach(Clients::close);
    http.close();
    emulator.close();
  }

  private static Clients clientsIn(Account account) {
    return Objects.requireNonNull(clients.get(account));
  }

  @Test
  void holdsExactlyTheFaultsWrittenDown() {
    var faults = new TreeSet<Expected>();
    int resources = 0;
    for (var account : accounts.all()) {
      var audit = new EstateAudit(clientsIn(account), account.id());
      faults.addAll(audit.faults());
      resources += audit.resources();
    }
    assertThat(faults).containsExactlyElementsOf(accounts.expected());
    assertThat(resources).isBetween(180, 320);
    assertThat(faults).hasSizeLessThan(resources / 5);
  }

  @Test
  void everyCheckFindsSomething() {
    assertThat(accounts.expected().stream().map(Expected::check).distinct())
        .containsExactlyElementsOf(CHECKS);
  }

  @Test
  void openGroupsDifferInWhatStandsBehindThem() {
    assertThat(attachment(Company.PROD, "web-admin")).contains(true);
    assertThat(attachment(Company.PROD, "reporting-db")).contains(false);
    assertThat(attachment(Company.DEV, "field-desktops")).isEmpty();
  }

  private static Optional<Boolean> attachment(Account account, String name) {
    var region = Region.of(Regions.EU);
    var group = EstateAudit.groupNamed(clientsIn(account), region, name).orElseThrow();
    return EstateAudit.publiclyAttached(clientsIn(account), region, group);
  }

  @Test
  void statusPageIsHeldBackByItsAccessBlockAlone() {
    var block =
        clientsIn(Company.PROD)
            .s3(Region.of(Regions.EU))
            .getPublicAccessBlock(it -> it.bucket("acme-status-page"))
            .publicAccessBlockConfiguration();
    assertThat(block.restrictPublicBuckets()).isTrue();
    assertThat(block.blockPublicPolicy()).isFalse();
  }

  @Test
  void scannersKeyOpensTheManagementAccountAndTheRoleTheMembers() {
    try (var scanner =
        Clients.with(
            accounts.accessKeyId(), accounts.secretAccessKey(), emulator.endpoint(), http)) {
      var sts = scanner.sts(Region.of(Regions.EU));
      assertThat(sts.getCallerIdentity().arn())
          .isEqualTo("arn:aws:iam::111111111111:user/hammer-scanner");
      for (var member : accounts.members()) {
        var role = "arn:aws:iam::" + member.id() + ":role/" + accounts.roleName();
        var session = sts.assumeRole(it -> it.roleArn(role).roleSessionName("test")).credentials();
        assertThat(session.expiration()).isAfter(Instant.now());
        try (var inside =
            Clients.with(
                session.accessKeyId(), session.secretAccessKey(), emulator.endpoint(), http)) {
          assertThat(inside.iam().listUsers().users()).hasSizeGreaterThan(3);
          assertThat(inside.sts(Region.of(Regions.EU)).getCallerIdentity().account())
              .isEqualTo(member.id());
        }
      }
    }
  }

  @Test
  void organizationHasThreeAccounts() {
    var found =
        clientsIn(Company.MAIN).organizations().listAccountsPaginator().stream()
            .map(ListAccountsResponse::accounts)
            .flatMap(List::stream)
            .map(software.amazon.awssdk.services.organizations.model.Account::id);
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(accounts.all().stream().map(Account::id).toList());
  }

  @Test
  void onlyTwoRegionsAreEnabled() {
    var regions = clientsIn(Company.DEV).ec2(Region.US_EAST_1).describeRegions().regions();
    assertThat(regions)
        .extracting(software.amazon.awssdk.services.ec2.model.Region::regionName)
        .containsExactlyInAnyOrderElementsOf(accounts.regions());
  }

  @Test
  void laterProcessFindsTheSeededEstate() {
    assertThat(DemoEstate.of(emulator)).contains(accounts);
  }
}
