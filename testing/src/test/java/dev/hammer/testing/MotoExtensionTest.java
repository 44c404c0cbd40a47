package dev.hammer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

@MotoTest
class MotoExtensionTest {
  private static final String MEMBER = "222222222222";
  private static final String ROLE = "arn:aws:iam::" + MEMBER + ":role/audit";

  @Test
  void whatIsSeededInAMemberIsSeenThroughItsRole(MotoAws aws) {
    aws.in(MEMBER, MotoAws.HOME_REGION).sqs().createQueue(r -> r.queueName("orders"));
    aws.in(MotoAws.MAIN, MotoAws.HOME_REGION).sqs().createQueue(r -> r.queueName("main"));
    try (var sts = StsClient.create();
        var session =
            StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(r -> r.roleArn(ROLE).roleSessionName("run"))
                .build();
        var sqs = SqsClient.builder().credentialsProvider(session).build()) {
      assertThat(sqs.listQueues().queueUrls()).singleElement().asString().endsWith("orders");
    }
    assertThat(aws.stub().calls().all())
        .extracting(Call::account, Call::operation)
        .containsExactly(tuple(MotoAws.MAIN, "AssumeRole"), tuple(MEMBER, "ListQueues"));
  }

  @Test
  void plainClientsFindTheStubByThemselves(MotoAws aws) {
    for (String name : List.of("one", "two", "three")) {
      aws.in(MotoAws.MAIN, "us-east-1").s3().createBucket(r -> r.bucket(name + "-bucket"));
    }
    aws.stub().page(Paging.of(2));
    try (var s3 = S3Client.create()) {
      assertThat(s3.listBucketsPaginator().buckets().stream().map(Bucket::name))
          .containsExactlyInAnyOrder("one-bucket", "two-bucket", "three-bucket");
    }
    assertThat(aws.stub().calls().pagedOperations()).containsExactly("s3:ListBuckets");
  }

  @Test
  void pagesOfEachProtocolMakeTheWhole(MotoAws aws) {
    var seed = aws.in(MotoAws.MAIN, MotoAws.HOME_REGION);
    for (int i = 1; i <= 5; i++) {
      String name = "n" + i;
      seed.ec2().createSecurityGroup(r -> r.groupName(name).description("a group"));
      seed.iam().createUser(r -> r.userName(name));
      seed.sqs().createQueue(r -> r.queueName(name));
    }
    var whole = readAll(aws);
    aws.stub().page(Paging.of(2));
    assertThat(readAll(aws)).isEqualTo(whole).hasSize(6 + 5 + 5);
    assertThat(aws.stub().calls().pagedOperations())
        .containsExactly("ec2:DescribeSecurityGroups", "iam:ListUsers", "sqs:ListQueues");
  }

  private static List<String> readAll(MotoAws aws) {
    var through = aws.throughStub(MotoAws.MAIN, MotoAws.HOME_REGION);
    var names = new ArrayList<String>();
    through.ec2().describeSecurityGroupsPaginator().securityGroups().stream()
        .map(SecurityGroup::groupId)
        .forEach(names::add);
    through.iam().listUsersPaginator().users().forEach(user -> names.add(user.userName()));
    through.sqs().listQueuesPaginator(r -> r.maxResults(9)).queueUrls().forEach(names::add);
    return names;
  }

  @Test
  void oneAccountCanBeDenied(MotoAws aws) {
    aws.stub().faults().add(Fault.always("iam", "*", FaultAnswer.denied()).inAccount(MEMBER));
    assertThatThrownBy(() -> aws.throughStub(MEMBER, "eu-west-1").iam().listUsers())
        .isInstanceOf(AwsServiceException.class);
    assertThat(aws.throughStub(MotoAws.MAIN, "eu-west-1").iam().listUsers().users()).isEmpty();
  }

  @Test
  void accountBlockIsKeptByS3Control(MotoAws aws) {
    var seed = aws.in(MEMBER, MotoAws.HOME_REGION).s3Control();
    seed.putPublicAccessBlock(
        r -> r.accountId(MEMBER).publicAccessBlockConfiguration(b -> b.blockPublicAcls(true)));
    var block =
        aws.throughStub(MEMBER, MotoAws.HOME_REGION)
            .s3Control()
            .getPublicAccessBlock(r -> r.accountId(MEMBER));
    assertThat(block.publicAccessBlockConfiguration().blockPublicAcls()).isTrue();
  }

  @Test
  void testsBeginWithTheSameEmptyAws(MotoAws aws) {
    newGroup(aws); // the emulator makes an account at its first use, later at each reset
    assertThat(newGroup(aws)).isEqualTo(newGroup(aws));
  }

  private static String newGroup(MotoAws aws) {
    aws.reset();
    var ec2 = aws.in(MotoAws.MAIN, MotoAws.HOME_REGION).ec2();
    assertThat(ec2.describeSecurityGroups().securityGroups()).hasSize(1);
    return ec2.createSecurityGroup(r -> r.groupName("g").description("a group")).groupId();
  }

  @Test
  void nothingLeavesThisMachine() {
    assertThatThrownBy(() -> new LocalClients(URI.create("https://sts.amazonaws.com")))
        .isInstanceOf(IllegalArgumentException.class);
    try (var abroad =
        StsClient.builder()
            .endpointOverride(URI.create("http://localhost:1"))
            .overrideConfiguration(c -> c.addExecutionInterceptor(new LoopbackOnly()))
            .build()) {
      assertThatThrownBy(abroad::getCallerIdentity)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("A test was about to call localhost");
    }
  }
}
