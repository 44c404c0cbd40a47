package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.organizations.model.Tag;

/** An organization with nested units at an emulator that we did not write. */
@MotoTest
class EmulatedOrganizationTest {
  @Test
  void managementAccountSeesAccountsUnitsAndTags(MotoAws aws) {
    OrganizationsClient seed = aws.in(MotoAws.MAIN, MotoAws.HOME_REGION).organizations();
    seed.createOrganization(r -> r.featureSet(OrganizationFeatureSet.ALL));
    String root = seed.listRoots().roots().getFirst().id();
    String top = unit(seed, root, "workloads");
    String inner = unit(seed, top, "prod");
    AccountId direct = account(seed, root, top, "web");
    AccountId nested = account(seed, root, inner, "pay");
    AccountId closed = account(seed, root, inner, "old");
    AccountId outside = account(seed, root, root, "lab");
    seed.tagResource(
        r -> r.resourceId(nested.id()).tags(Tag.builder().key("team").value("payments").build()));
    seed.closeAccount(r -> r.accountId(closed.id()));

    try (AwsConnection connection =
        new AwsConnection(AwsOptions.DEFAULTS, InstantSource.system(), CallLog.NONE)) {
      OrganizationReader reader = new OrganizationReader(connection.own(connection.identity()));

      assertThat(reader.accounts())
          .extracting(OrganizationAccount::account)
          .contains(AccountId.of(MotoAws.MAIN), direct, nested, closed, outside);
      assertThat(reader.accounts())
          .filteredOn(account -> !account.isOpen())
          .extracting(OrganizationAccount::name)
          .containsExactly("old");
      assertThat(reader.below(top).orElseThrow()).containsExactlyInAnyOrder(direct, nested, closed);
      assertThat(reader.below(inner).orElseThrow()).containsExactlyInAnyOrder(nested, closed);
      assertThat(reader.tags(List.of(nested, direct)).get(nested))
          .containsEntry("team", "payments");
    }
  }

  @Test
  void memberThatSeesNothingIsToldSoThoughTheEmulatorLies(MotoAws aws) {
    OrganizationsClient seed = aws.in(MotoAws.MAIN, MotoAws.HOME_REGION).organizations();
    seed.createOrganization(r -> r.featureSet(OrganizationFeatureSet.ALL));
    String root = seed.listRoots().roots().getFirst().id();
    AccountId member = account(seed, root, root, "member");

    assertThat(aws.in(member.id(), MotoAws.HOME_REGION).organizations().listAccounts().accounts())
        .as("AWS would deny it")
        .isEmpty();
    try (AwsConnection connection =
            new AwsConnection(AwsOptions.DEFAULTS, InstantSource.system(), CallLog.NONE);
        AccountAccess access = connection.member(member, StubAws.ROLE)) {
      assertThat(StubAws.failureOf(new OrganizationReader(access)::accounts).kind())
          .isEqualTo(ReadFailure.Kind.BROKEN);
    }
  }

  private static String unit(OrganizationsClient seed, String parent, String name) {
    return seed.createOrganizationalUnit(r -> r.parentId(parent).name(name))
        .organizationalUnit()
        .id();
  }

  private static AccountId account(
      OrganizationsClient seed, String root, String parent, String name) {
    String id =
        seed.createAccount(r -> r.accountName(name).email(name + "@acme.example"))
            .createAccountStatus()
            .accountId();
    if (!parent.equals(root)) {
      seed.moveAccount(r -> r.accountId(id).sourceParentId(root).destinationParentId(parent));
    }
    return AccountId.of(id);
  }
}
