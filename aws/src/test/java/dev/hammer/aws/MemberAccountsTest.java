package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Accounts, regions and roles at an emulator that we did not write. */
@MotoTest
class MemberAccountsTest {
  @Test
  void identityRegionsAndMembersAreThoseOfTheEmulator(MotoAws aws) {
    aws.in(StubAws.MEMBER.id(), "eu-west-1")
        .ec2()
        .createSecurityGroup(r -> r.groupName("of-the-member").description("d"));
    try (AwsConnection connection =
        new AwsConnection(AwsOptions.DEFAULTS, InstantSource.system(), CallLog.NONE)) {
      assertThat(connection.foreignEndpoint()).contains(aws.endpoint());
      assertThat(connection.homeRegion()).isEqualTo(Region.of(MotoAws.HOME_REGION));
      CallerIdentity identity = connection.identity();
      assertThat(identity.account()).isEqualTo(AccountId.of(MotoAws.MAIN));
      AccountAccess own = connection.own(identity);
      assertThat(own.enabledRegions()).contains(Region.of("eu-west-1"), Region.of("us-east-1"));
      try (AccountAccess member = connection.member(StubAws.MEMBER, StubAws.ROLE)) {
        assertThat(groups(member, "eu-west-1")).contains("of-the-member");
        assertThat(groups(member, "us-east-1")).doesNotContain("of-the-member");
        assertThat(groups(own, "eu-west-1")).doesNotContain("of-the-member");
      }
    }
    assertThat(aws.stub().calls().all()).allMatch(call -> call.status() == 200);
    assertThat(aws.stub().calls().count("sts", "AssumeRole")).isEqualTo(1);
  }

  private static List<String> groups(AccountAccess access, String region) {
    AwsScope scope = access.in(Region.of(region));
    Ec2Client ec2 = scope.client(Ec2Client.class, Ec2Client::builder);
    return scope
        .ask(Service.EC2.call(), () -> ec2.describeSecurityGroups().securityGroups())
        .stream()
        .map(SecurityGroup::groupName)
        .toList();
  }
}
