package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.testing.stub.Scripts;
import java.util.Locale;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A service of each protocol with a call that lists, and the stub's answer of two. */
@SuppressWarnings("ImmutableEnumChecker") // the functions here keep no state
enum Service {
  EC2(
      "DescribeVolumes",
      """
      <DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">%s<volumeSet>
      <item><volumeId>vol-1</volumeId></item><item><volumeId>vol-2</volumeId></item>
      </volumeSet></DescribeVolumesResponse>
      """,
      "<requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>",
      scope ->
          scope.client(Ec2Client.class, Ec2Client::builder).describeVolumes().volumes().size()),
  IAM(
      "ListUsers",
      """
      <ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListUsersResult><Users>
      <member><UserName>a</UserName></member><member><UserName>b</UserName></member>
      </Users><IsTruncated>false</IsTruncated></ListUsersResult>%s</ListUsersResponse>
      """,
      "<ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata>",
      scope -> scope.client(IamClient.class, IamClient::builder).listUsers().users().size()),
  RDS(
      "DescribeDBInstances",
      """
      <DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
      <DescribeDBInstancesResult><DBInstances>
      <DBInstance><DBInstanceIdentifier>a</DBInstanceIdentifier></DBInstance>
      <DBInstance><DBInstanceIdentifier>b</DBInstanceIdentifier></DBInstance>
      </DBInstances></DescribeDBInstancesResult>%s</DescribeDBInstancesResponse>
      """,
      "<ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata>",
      scope ->
          scope
              .client(RdsClient.class, RdsClient::builder)
              .describeDBInstances()
              .dbInstances()
              .size()),
  STS(
      "GetCallerIdentity",
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/a</Arn>
      <Account>123456789012</Account></GetCallerIdentityResult>%s</GetCallerIdentityResponse>
      """,
      "<ResponseMetadata><RequestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</RequestId></ResponseMetadata>",
      scope ->
          scope.client(StsClient.class, StsClient::builder).getCallerIdentity().account() == null
              ? 0
              : 2),
  S3(
      "ListBuckets",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Buckets>
      <Bucket><Name>a</Name></Bucket><Bucket><Name>b</Name></Bucket></Buckets>
      </ListAllMyBucketsResult>
      """,
      "",
      scope -> scope.client(S3Client.class, S3Client::builder).listBuckets().buckets().size()),
  SQS(
      "ListQueues",
      "{\"QueueUrls\":[\"https://sqs/1/a\",\"https://sqs/1/b\"]}",
      "",
      scope -> scope.client(SqsClient.class, SqsClient::builder).listQueues().queueUrls().size()),
  CLOUDTRAIL(
      "ListTrails",
      "{\"Trails\":[{\"Name\":\"a\"},{\"Name\":\"b\"}]}",
      "",
      scope ->
          scope
              .client(CloudTrailClient.class, CloudTrailClient::builder)
              .listTrails(_ -> {})
              .trails()
              .size());

  private final String operation;
  private final String answer;
  private final String requestId;
  private final Function<AwsScope, Integer> count;

  Service(String operation, String answer, String requestId, Function<AwsScope, Integer> count) {
    this.operation = operation;
    this.answer = answer;
    this.requestId = requestId;
    this.count = count;
  }

  /** The service as calls and requests name it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String operation() {
    return operation;
  }

  ApiCall call() {
    return ApiCall.of(id(), operation);
  }

  boolean namesRequestInBody() {
    return !requestId.isEmpty();
  }

  String body() {
    return answer.replace("%s", requestId);
  }

  String bodyWithoutRequestId() {
    return answer.replace("%s", "");
  }

  void script(Scripts scripts) {
    scripts.answer(id(), operation, body());
  }

  /** Makes the call through the product; two is the truth. */
  int count(AwsScope scope) {
    return scope.ask(call(), () -> count.apply(scope));
  }
}
