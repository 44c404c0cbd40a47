package dev.hammer.testing.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.testing.AccountClients;
import dev.hammer.testing.LocalClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

class WireStubTest {
  private static final String MEMBER = "222222222222";

  private final WireStub stub = WireStub.alone();
  private final LocalClients clients = new LocalClients(stub.endpoint());
  private final AccountClients aws = clients.in(WireStub.MAIN_ACCOUNT, "eu-west-1");

  @AfterEach
  void close() {
    clients.close();
    stub.close();
  }

  @Test
  void logKnowsWhoAskedForWhatAndWhere() {
    Answers.script(stub.scripts(), 1);
    aws.ec2().describeVolumes();
    clients.in(MEMBER, "eu-north-1").sqs().listQueues();
    aws.iam().listUsers();
    assertThat(stub.calls().all().stream().map(Call::target))
        .containsExactly(
            new Target(WireStub.MAIN_ACCOUNT, "eu-west-1", "ec2", "DescribeVolumes"),
            new Target(MEMBER, "eu-north-1", "sqs", "ListQueues"),
            new Target(WireStub.MAIN_ACCOUNT, "us-east-1", "iam", "ListUsers"));
    assertThat(stub.calls().countsByOperation())
        .containsOnly(
            Map.entry("ec2:DescribeVolumes", 1L),
            Map.entry("sqs:ListQueues", 1L),
            Map.entry("iam:ListUsers", 1L));
  }

  @Test
  void accountOfASessionIsLearntFromItsAssumeRole() {
    Answers.script(stub.scripts(), 1);
    stub.scripts().answer(TextAnswer.shared("sts.AssumeRole.session"));
    var session =
        aws.sts()
            .assumeRole(
                r -> r.roleArn("arn:aws:iam::" + MEMBER + ":role/audit").roleSessionName("run"))
            .credentials();
    var credentials =
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    try (var sqs =
        SqsClient.builder()
            .endpointOverride(stub.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build()) {
      sqs.listQueues();
    }
    assertThat(stub.calls().all().getLast().account()).isEqualTo(MEMBER);
  }

  @Test
  void s3CallsAreToldApart() {
    stub.scripts().answer("s3*", "*", "<Any/>");
    aws.s3().getBucketAcl(r -> r.bucket("logs"));
    aws.s3().getBucketPolicyStatus(r -> r.bucket("logs"));
    aws.s3().getPublicAccessBlock(r -> r.bucket("logs"));
    aws.s3().headBucket(r -> r.bucket("logs"));
    aws.s3().createBucket(r -> r.bucket("logs"));
    aws.s3().putObject(r -> r.bucket("logs").key("a/b"), RequestBody.fromString("text"));
    aws.s3().listObjectsV2(r -> r.bucket("logs"));
    aws.s3Control().getPublicAccessBlock(r -> r.accountId(MEMBER));
    assertThat(stub.calls().all().stream().map(call -> call.service() + ":" + call.operation()))
        .containsExactly(
            "s3:GetBucketAcl",
            "s3:GetBucketPolicyStatus",
            "s3:GetPublicAccessBlock",
            "s3:HeadBucket",
            "s3:CreateBucket",
            "s3:PutObject",
            "s3:ListObjectsV2",
            "s3control:GetPublicAccessBlock");
  }

  @Test
  void unscriptedCallFailsAndSaysSo() {
    assertThatThrownBy(() -> aws.iam().listGroups())
        .isInstanceOfSatisfying(
            AwsServiceException.class, problem -> assertThat(problem.statusCode()).isEqualTo(404));
    assertThat(stub.calls().count("iam", "ListGroups")).isEqualTo(1);
  }

  @Test
  void latencyIsAddedToEachCallAndMeasured() {
    Answers.script(stub.scripts(), 1);
    stub.delay(Duration.ofMillis(30));
    aws.iam().listUsers();
    aws.iam().listUsers();
    assertThat(stub.calls().all())
        .allMatch(call -> call.latency().compareTo(Duration.ofMillis(30)) >= 0);
    assertThat(stub.calls().summedLatency()).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    assertThat(stub.calls().span()).isGreaterThanOrEqualTo(stub.calls().summedLatency());
    assertThat(stub.calls().mostInFlight()).isEqualTo(1);
  }

  @Test
  void callsAtTheSameTimeAreServedAtTheSameTime() {
    Answers.script(stub.scripts(), 1);
    stub.delay(Duration.ofMillis(300));
    try (var iam = aws.iam();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8).forEach(_ -> threads.execute(iam::listUsers));
    }
    assertThat(stub.calls().size()).isEqualTo(8);
    assertThat(stub.calls().mostInFlight()).isGreaterThan(1);
    assertThat(stub.calls().span()).isLessThan(stub.calls().summedLatency());
  }

  @Test
  void standsInFrontOfAnotherAndScriptsMayChangeItsTruth() {
    Answers.script(stub.scripts(), 5);
    try (var front = WireStub.inFrontOf(stub.endpoint());
        var before = new LocalClients(front.endpoint())) {
      front.page(Paging.of(2));
      front
          .scripts()
          .answer(
              "sqs",
              "ListQueues",
              question -> {
                String truth = question.truth().body().text();
                return question.ok(truth.replace("/q1", "/first"));
              });
      var queues = before.in(MEMBER, "eu-west-1").sqs().listQueuesPaginator(r -> r.maxResults(10));
      assertThat(queues.queueUrls().stream().toList())
          .hasSize(5)
          .first()
          .asString()
          .endsWith("/first");
      assertThat(front.calls().size()).isEqualTo(3);
      assertThat(stub.calls().all()).allMatch(call -> call.account().equals(MEMBER));
    }
  }

  @Test
  void objectsPassThroughUnchanged() {
    stub.scripts()
        .answer("s3", "PutObject", question -> question.ok(""))
        .answer(
            "s3",
            "GetObject",
            question ->
                question.ok("").withBody(Body.of(new byte[] {0, (byte) 0x80, (byte) 0xff, '\n'})));
    try (var front = WireStub.inFrontOf(stub.endpoint());
        var before = new LocalClients(front.endpoint())) {
      front.page(Paging.of(2));
      var s3 = before.in(MEMBER, "eu-west-1").s3();
      s3.putObject(r -> r.bucket("b").key("a b/ü+%"), RequestBody.fromBytes(new byte[] {-1, 0}));
      assertThat(s3.getObjectAsBytes(r -> r.bucket("b").key("k")).asByteArray())
          .containsExactly(0, 0x80, 0xff, '\n');
    }
    assertThat(stub.calls().countsByOperation()).containsOnlyKeys("s3:PutObject", "s3:GetObject");
  }

  @Test
  void textAnswersFillInTheCall() {
    stub.scripts().answer(TextAnswer.shared("cloudtrail.GetTrailStatus.delivery-error"));
    var status = aws.cloudTrail().getTrailStatus(r -> r.name("main"));
    assertThat(status.isLogging()).isTrue();
    assertThat(status.latestDeliveryError()).isEqualTo("NoSuchBucket");
  }

  @Test
  void resetForgetsEverything() {
    Answers.script(stub.scripts(), 7);
    stub.page(Paging.of(2));
    stub.faults().add(Fault.always("*", "*", FaultAnswer.denied()));
    stub.delay(Duration.ofDays(1));
    stub.reset();
    Answers.script(stub.scripts(), 7);
    assertThat(aws.iam().listUsers().users()).hasSize(7);
    assertThat(stub.calls().size()).isEqualTo(1);
  }

  @Test
  void logCanBeFetchedAndEmptiedFromOutside() throws Exception {
    Answers.script(stub.scripts(), 1);
    aws.iam().listUsers();
    assertThat(fetch("/__stub/calls"))
        .contains("\"count\":1", "\"operations\":{\"iam:ListUsers\":1}", "\"mostInFlight\":1");
    fetch("/__stub/reset");
    assertThat(stub.calls().size()).isZero();
  }

  private String fetch(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(stub.endpoint() + path)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
