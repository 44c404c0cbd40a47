package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hammer.testing.AccountClients;
import dev.hammer.testing.LocalClients;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;

class FaultsTest {
  private static final String MEMBER = "222222222222";

  private final WireStub stub = WireStub.alone();
  private final LocalClients clients = new LocalClients(stub.endpoint());
  private final AccountClients aws = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1").withRetries();

  /** A call of each protocol. */
  enum Service {
    EC2("ec2", aws -> aws.ec2().describeSecurityGroups().securityGroups().size()),
    IAM("iam", aws -> aws.iam().listUsers().users().size()),
    RDS("rds", aws -> aws.rds().describeDBSnapshots().dbSnapshots().size()),
    S3("s3", aws -> aws.s3().listBuckets().buckets().size()),
    S3CONTROL(
        "s3control",
        aws -> {
          var asked = aws.s3Control().getPublicAccessBlock(r -> r.accountId(MEMBER));
          var block = asked.publicAccessBlockConfiguration();
          return block == null || block.blockPublicAcls() == null ? 0 : 1;
        }),
    SQS("sqs", aws -> aws.sqs().listQueues().queueUrls().size()),
    CLOUDTRAIL("cloudtrail", aws -> aws.cloudTrail().listTrails(_ -> {}).trails().size()),
    ORGANIZATIONS("organizations", aws -> aws.organizations().listAccounts().accounts().size());

    private final String service;

    @SuppressWarnings("ImmutableEnumChecker") // the functions here keep no state
    private final Function<AccountClients, Integer> count;

    Service(String service, Function<AccountClients, Integer> count) {
      this.service = service;
      this.count = count;
    }

    boolean answersXml() {
      return compareTo(SQS) < 0;
    }
  }

  @BeforeEach
  void fill() {
    Answers.script(stub.scripts(), 7);
    stub.scripts()
        .answer(
            "s3control",
            "GetPublicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>");
  }

  @AfterEach
  void close() {
    clients.close();
    stub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "EC2, DENIED, 403, UnauthorizedOperation, 1",
    "IAM, DENIED, 403, AccessDenied, 1",
    "RDS, DENIED, 403, AccessDenied, 1",
    "S3, DENIED, 403, AccessDenied, 1",
    "S3CONTROL, DENIED, 403, AccessDenied, 1",
    "SQS, DENIED, 400, AccessDeniedException, 1",
    "CLOUDTRAIL, DENIED, 400, AccessDeniedException, 1",
    "EC2, THROTTLED, 503, RequestLimitExceeded, 4",
    "IAM, THROTTLED, 400, Throttling, 4",
    "RDS, THROTTLED, 400, Throttling, 4",
    "S3, THROTTLED, 503, SlowDown, 4",
    "SQS, THROTTLED, 400, RequestThrottled, 4",
    "CLOUDTRAIL, THROTTLED, 400, ThrottlingException, 4",
    "ORGANIZATIONS, THROTTLED, 400, TooManyRequestsException, 4",
    "EC2, EXPIRED, 400, RequestExpired, 4",
    "IAM, EXPIRED, 403, ExpiredToken, 1",
    "S3, EXPIRED, 400, ExpiredToken, 1",
    "SQS, EXPIRED, 400, ExpiredTokenException, 1",
    "EC2, REGION_NOT_ENABLED, 401, AuthFailure, 1",
    "RDS, REGION_NOT_ENABLED, 403, InvalidClientTokenId, 1",
    "S3, REGION_NOT_ENABLED, 403, InvalidAccessKeyId, 1",
    "SQS, REGION_NOT_ENABLED, 400, UnrecognizedClientException, 1",
  })
  void refusalHasTheStatusCodeAndAttemptsOfTheService(
      Service service, Situation situation, int status, String code, int attempts) {
    fail(service, new FaultAnswer.Refused(situation));
    assertThatThrownBy(() -> service.count.apply(aws))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            problem -> {
              assertThat(problem.statusCode()).isEqualTo(status);
              assertThat(problem.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(problem.requestId()).isNotNull();
              assertThat(problem.isThrottlingException())
                  .isEqualTo(situation == Situation.THROTTLED);
            });
    assertThat(stub.calls().size()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void lostConnectionIsTriedFourTimes(Service service) {
    fail(service, FaultAnswer.disconnected());
    assertThatThrownBy(() -> service.count.apply(aws)).isInstanceOf(SdkClientException.class);
    assertThat(stub.calls().size()).isEqualTo(4);
    assertThat(stub.calls().all()).allMatch(call -> call.status() == 0);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void answerThatBreaksOffIsNoAnswer(Service service) {
    fail(service, FaultAnswer.brokenOff());
    assertThatThrownBy(() -> service.count.apply(aws)).isInstanceOf(SdkClientException.class);
  }

  @Test
  void answerSlowerThanTheAttemptMayTakeIsTriedFourTimes() {
    fail(Service.IAM, FaultAnswer.slow(Duration.ofSeconds(5)));
    var hasty = aws.configured(changed -> changed.apiCallAttemptTimeout(Duration.ofMillis(50)));
    assertThatThrownBy(() -> Service.IAM.count.apply(hasty))
        .isInstanceOf(ApiCallAttemptTimeoutException.class)
        .hasMessageContaining("SDK Attempt Count: 4");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void proxysRefusalHasNoCode(Service service) {
    fail(service, FaultAnswer.html(403));
    assertThatThrownBy(() -> service.count.apply(aws))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            problem -> {
              assertThat(problem.statusCode()).isEqualTo(403);
              assertThat(Optional.ofNullable(problem.awsErrorDetails().errorCode())).isEmpty();
            });
    assertThat(stub.calls().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void truncatedAnswerCannotBeRead(Service service) {
    fail(service, FaultAnswer.truncated());
    assertThatThrownBy(() -> service.count.apply(aws)).isInstanceOf(SdkClientException.class);
    assertThat(stub.calls().size()).isEqualTo(service.answersXml() ? 1 : 4);
  }

  /** The worst that can happen to a scanner: an empty list that is none resolves every issue. */
  @ParameterizedTest
  @EnumSource(Service.class)
  void emptySuccessIsTakenForAnEmptyList(Service service) {
    fail(service, FaultAnswer.empty());
    assertThat(service.count.apply(aws)).isZero();
    assertThat(stub.calls().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void webPageWithSuccessIsTakenForAnEmptyListByXmlServicesAlone(Service service) {
    fail(service, FaultAnswer.html(200));
    Throwable problem = catchThrowable(() -> assertThat(service.count.apply(aws)).isZero());
    if (service.answersXml()) {
      assertThat(problem).isNull();
    } else {
      assertThat(problem).isInstanceOf(SdkClientException.class);
    }
  }

  @Test
  void foreignSuccessHasNoRequestIdAndATrueOneHas() {
    ListUsersResponse good = aws.iam().listUsers();
    assertThat(good.sdkHttpResponse().firstMatchingHeader("x-amzn-requestid")).isPresent();
    fail(Service.IAM, FaultAnswer.empty());
    ListUsersResponse bad = aws.iam().listUsers();
    assertThat(bad.sdkHttpResponse().firstMatchingHeader("x-amzn-requestid")).isEmpty();
  }

  @Test
  void faultOfTheFirstCallsPasses() {
    stub.faults().add(Fault.first(3, "iam", "ListUsers", FaultAnswer.throttled()));
    assertThat(aws.iam().listUsers().users()).hasSize(7);
    assertThat(stub.calls().all().stream().map(Call::status)).containsExactly(400, 400, 400, 200);
  }

  @Test
  void thirdPageFailsAfterFourUsers() {
    stub.page(Paging.of(2));
    stub.faults().add(Fault.onPage(3, "iam", "ListUsers", FaultAnswer.denied()));
    var users = aws.iam().listUsersPaginator().users().iterator();
    for (int i = 0; i < 4; i++) {
      users.next();
    }
    assertThatThrownBy(users::next).isInstanceOf(AwsServiceException.class);
  }

  @Test
  void faultStrikesItsAccountRegionAndOperationsOnly() {
    Fault narrow =
        Fault.always("ec2", "Describe*Groups", FaultAnswer.denied())
            .inAccount(MEMBER)
            .inRegion("eu-west-1");
    stub.faults().add(narrow);
    var member = clients.in(MEMBER, "eu-west-1");
    assertThat(catchThrowable(() -> member.ec2().describeSecurityGroups())).isNotNull();
    assertThat(member.ec2().describeVolumes().volumes()).hasSize(7);
    assertThat(clients.in(MEMBER, "eu-north-1").ec2().describeSecurityGroups().securityGroups())
        .hasSize(7);
    assertThat(aws.ec2().describeSecurityGroups().securityGroups()).hasSize(7);
  }

  @Test
  void anyErrorCanBeAskedFor() {
    fail(Service.S3, FaultAnswer.error(404, "NoSuchBucketPolicy"));
    assertThatThrownBy(() -> aws.s3().getBucketPolicy(r -> r.bucket("logs")))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            problem ->
                assertThat(problem.awsErrorDetails().errorCode()).isEqualTo("NoSuchBucketPolicy"));
    assertThat(stub.calls().count("s3", "GetBucketPolicy")).isEqualTo(1);
  }

  private void fail(Service service, FaultAnswer answer) {
    stub.faults().add(Fault.always(service.service, "*", answer));
  }
}
