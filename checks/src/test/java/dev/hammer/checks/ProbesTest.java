package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.CallLog;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@MotoTest
class ProbesTest {
  private static final String WEST = "eu-west-1";
  private static final List<Region> REGIONS = List.of(Region.of("eu-north-1"), Region.of(WEST));

  private final MotoAws aws;
  private final AwsConnection connection;
  private final AccountAccess access;

  ProbesTest(MotoAws aws) {
    this.aws = aws;
    this.connection =
        new AwsConnection(
            new AwsOptions(
                Optional.empty(),
                Optional.of(aws.endpoint()),
                Optional.of(WEST),
                Optional.of(new AccessKey(AccountClients.ACCESS_KEY, "false")),
                AwsOptions.DEFAULTS.callTimeout()),
            TestClock.at("2026-11-24T08:00:00Z"),
            CallLog.NONE);
    this.access = connection.own(connection.identity());
  }

  @AfterEach
  void leave() {
    access.close();
    connection.close();
  }

  static List<ApiCall> calls() {
    return Catalogue.infos().stream()
        .map(CheckInfo::calls)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void everyDeclaredCallHasOneProbeAndNoProbeIsForAnythingElse() {
    assertThat(
            Probes.services().stream()
                .map(service -> service.in().apply(new Prober(access.in(Region.of(WEST)))))
                .flatMap(List::stream)
                .map(Probe::call))
        .containsExactlyInAnyOrderElementsOf(calls());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void oneDeniedCallIsFoundAndNoOther(ApiCall call) {
    furnish();
    aws.stub().faults().add(Fault.always(call.service(), call.operation(), FaultAnswer.denied()));

    List<Trial> trials = Probes.run(access, REGIONS, calls());

    assertThat(trials).extracting(Trial::call).containsExactlyElementsOf(calls());
    assertThat(trials).filteredOn(Trial::isDenied).extracting(Trial::call).containsExactly(call);
  }

  @Test
  void allIsAllowedAndNothingIsChanged() {
    furnish();
    List<Trial> trials = Probes.run(access, REGIONS, calls());

    assertThat(trials).extracting(Trial::outcome).allMatch(Trial.Outcome.Allowed.class::isInstance);
    assertThat(aws.stub().calls().all()).allMatch(call -> call.target().reads());
    assertThat(aws.stub().calls().all()).allMatch(call -> call.page() == 1);
  }

  @Test
  void emptyAccountIsProvedByNamesThatNothingHasWhereThatProves() {
    List<Trial> trials = Probes.run(access, REGIONS, calls());

    assertThat(trials).noneMatch(Trial::isDenied);
    assertThat(trials)
        .filteredOn(Trial::isUnproven)
        .extracting(trial -> trial.call().action())
        .containsExactlyInAnyOrder(
            "iam:GetAccessKeyLastUsed",
            "s3:GetBucketAcl",
            "s3:GetBucketOwnershipControls",
            "s3:GetBucketPolicy",
            "s3:GetBucketPolicyStatus",
            "s3:GetEncryptionConfiguration",
            "s3:GetBucketPublicAccessBlock",
            "s3:GetBucketTagging",
            "sqs:GetQueueAttributes",
            "sqs:ListQueueTags");
  }

  @Test
  void deniedOnANameThatNothingHasIsDenied() {
    aws.stub()
        .faults()
        .add(Fault.always("ec2", "DescribeSnapshotAttribute", FaultAnswer.denied()))
        .add(Fault.always("iam", "ListAccessKeys", FaultAnswer.denied()));

    assertThat(Probes.run(access, REGIONS, calls()))
        .filteredOn(Trial::isDenied)
        .extracting(trial -> trial.call().action())
        .containsExactlyInAnyOrder("ec2:DescribeSnapshotAttribute", "iam:ListAccessKeys");
  }

  @Test
  void regionsAreAskedOneAfterTheOtherOnlyForWhatIsNotProvedYet() {
    AccountClients west = aws.in(MotoAws.MAIN, WEST);
    west.sqs().createQueue(r -> r.queueName("orders"));

    List<Trial> trials = Probes.run(access, REGIONS, calls());

    assertThat(trials)
        .filteredOn(trial -> trial.call().action().equals("sqs:GetQueueAttributes"))
        .singleElement()
        .returns(Region.of(WEST), Trial::region)
        .returns(false, Trial::isUnproven);
    assertThat(aws.stub().calls().all())
        .filteredOn(call -> call.service().equals("rds"))
        .extracting(Call::region)
        .containsOnly("eu-north-1");
  }

  @Test
  void bucketWhosePolicyRefusesDoesNotPassForTheIdentity() {
    furnish();
    aws.stub().faults().add(Fault.first(1, "s3", "GetBucketAcl", FaultAnswer.denied()));

    assertThat(Probes.run(access, REGIONS, calls())).noneMatch(Trial::isDenied);
  }

  @Test
  void failureThatTellsNothingIsUnproven() {
    aws.stub().faults().add(Fault.always("ec2", "DescribeVolumes", FaultAnswer.regionNotEnabled()));

    assertThat(Probes.run(access, REGIONS, calls()))
        .filteredOn(trial -> trial.call().action().equals("ec2:DescribeVolumes"))
        .singleElement()
        .returns(true, Trial::isUnproven);
  }

  /** Something to try everything on. */
  private void furnish() {
    AccountClients north = aws.in(MotoAws.MAIN, "eu-north-1");
    north.sqs().createQueue(r -> r.queueName("orders"));
    AccountClients clients = aws.in(MotoAws.MAIN, WEST);
    for (String bucket : List.of("logs", "exports")) {
      clients
          .s3()
          .createBucket(
              r -> r.bucket(bucket).createBucketConfiguration(c -> c.locationConstraint(WEST)));
    }
    clients.iam().createUser(r -> r.userName("ann"));
    clients.iam().createUser(r -> r.userName("bob"));
    clients.iam().createAccessKey(r -> r.userName("bob"));
  }
}
