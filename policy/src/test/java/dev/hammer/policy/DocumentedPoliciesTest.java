package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The situations of AWS's own guides, written anew: those that are not public and those that are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">Bucket
 *     policies</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html">Queue
 *     policies</a>
 */
final class DocumentedPoliciesTest {

  static Stream<Arguments> policies() {
    return Stream.of(
        argumentSet(
            "S3, any VPC: public",
            ResourceKind.S3_BUCKET,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "*",
             "Condition": {"StringLike": {"aws:SourceVpc": "vpc-*"}}}
            """),
        argumentSet(
            "S3, one VPC: not public",
            ResourceKind.S3_BUCKET,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "*",
             "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-91237329"}}}
            """),
        argumentSet(
            "S3, one public statement among harmless ones: public",
            ResourceKind.S3_BUCKET,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
             "Action": "s3:PutObject", "Resource": "arn:aws:s3:::box/AWSLogs/111122223333/*",
             "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}},
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
             "Action": "s3:*", "Resource": "*"},
            {"Effect": "Allow", "Principal": "*", "Action": "s3:GetBucketLocation",
             "Resource": "arn:aws:s3:::box"}
            """),
        argumentSet(
            "S3, static website: public",
            ResourceKind.S3_BUCKET,
            Audience.PUBLIC,
            """
            {"Sid": "PublicReadGetObject", "Effect": "Allow", "Principal": "*",
             "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::box/*"]}
            """),
        argumentSet(
            "S3, full control must be given to the owner: public",
            ResourceKind.S3_BUCKET,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:PutObject", "Resource": "*",
             "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}}
            """),
        argumentSet(
            "S3, links from a web site: public",
            ResourceKind.S3_BUCKET,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:GetObjectVersion"],
             "Resource": "arn:aws:s3:::box/*", "Condition":
             {"StringLike": {"aws:Referer": ["http://www.example.com/*", "http://example.com/*"]}}}
            """),
        argumentSet(
            "S3, addresses of an office: not public",
            ResourceKind.S3_BUCKET,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition":
             {"IpAddress": {"aws:SourceIp": ["54.240.143.0/24", "2600:1f18::/36"]},
              "NotIpAddress": {"aws:SourceIp": "54.240.143.188/30"}}}
            """),
        argumentSet(
            "S3, an organization: not public",
            ResourceKind.S3_BUCKET,
            Audience.ORG,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*",
             "Condition": {"StringEquals": {"aws:PrincipalOrgID": ["o-a1b2c3d4e5"]}}}
            """),
        argumentSet(
            "S3, CloudFront with origin access control: not public",
            ResourceKind.S3_BUCKET,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"},
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::box/*", "Condition": {"StringEquals":
             {"aws:SourceArn": "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE"}}}
            """),
        argumentSet(
            "S3, CloudFront with origin access identity: not public",
            ResourceKind.S3_BUCKET,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": {"AWS":
             "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC"},
             "Action": "s3:GetObject", "Resource": "arn:aws:s3:::box/*"}
            """),
        argumentSet(
            "S3, logs of load balancers and inventory: not public",
            ResourceKind.S3_BUCKET,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::127311923021:root"},
             "Action": "s3:PutObject", "Resource": "*"},
            {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"},
             "Action": "s3:PutObject", "Resource": "arn:aws:s3:::box/*", "Condition":
             {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::source"},
              "StringEquals": {"aws:SourceAccount": "111122223333",
                               "s3:x-amz-acl": "bucket-owner-full-control"}}}
            """),
        argumentSet(
            "S3, left to access points of the account: not public",
            ResourceKind.S3_BUCKET,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "*", "Resource": "*",
             "Condition": {"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}}}
            """),
        argumentSet(
            "S3, only encrypted transport, denied otherwise: nothing granted",
            ResourceKind.S3_BUCKET,
            Audience.INTERNAL,
            """
            {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
             "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
            """),
        argumentSet(
            "S3, foreign account: cross-account",
            ResourceKind.S3_BUCKET,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root",
             "arn:aws:iam::444455556666:root"]}, "Action": ["s3:PutObject"], "Resource": "*"}
            """),
        argumentSet(
            "SQS, one permission to two accounts: cross-account",
            ResourceKind.SQS_QUEUE,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "444455556666"]},
             "Action": ["sqs:SendMessage", "sqs:ReceiveMessage"], "Resource": "*"}
            """),
        argumentSet(
            "SQS, all users: public",
            ResourceKind.SQS_QUEUE,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "sqs:ReceiveMessage",
             "Resource": "arn:aws:sqs:*:111122223333:queue1"}
            """),
        argumentSet(
            "SQS, all users for an hour: public",
            ResourceKind.SQS_QUEUE,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "sqs:ReceiveMessage", "Resource": "*",
             "Condition": {"DateGreaterThan": {"aws:CurrentTime": "2009-01-31T12:00Z"},
                           "DateLessThan": {"aws:CurrentTime": "2009-01-31T15:00Z"}}}
            """),
        argumentSet(
            "SQS, all users in a range: not public",
            ResourceKind.SQS_QUEUE,
            Audience.CROSS_ACCOUNT,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*",
             "Condition": {"IpAddress": {"aws:SourceIp": "54.240.143.0/24"}}}
            """),
        argumentSet(
            "SQS, from a topic: not public",
            ResourceKind.SQS_QUEUE,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
             "Action": "sqs:SendMessage", "Resource": "*", "Condition":
             {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-2:111122223333:MyTopic"}}}
            """),
        argumentSet(
            "SQS, from a topic in the old way: not public",
            ResourceKind.SQS_QUEUE,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "SQS:SendMessage", "Resource": "*",
             "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:us-east-2:111122223333:MyTopic"}}}
            """),
        argumentSet(
            "SQS, from any topic: public",
            ResourceKind.SQS_QUEUE,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "SQS:SendMessage", "Resource": "*",
             "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}}}
            """),
        argumentSet(
            "SQS, events of a bucket: not public",
            ResourceKind.SQS_QUEUE,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"},
             "Action": ["SQS:SendMessage"], "Resource": "*", "Condition":
             {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:box"},
              "StringEquals": {"aws:SourceAccount": "111122223333"}}}
            """),
        argumentSet(
            "SQS, a service for anybody: confused deputy",
            ResourceKind.SQS_QUEUE,
            Audience.SERVICE_UNBOUND,
            """
            {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
             "Action": "sqs:SendMessage", "Resource": "*"}
            """),
        argumentSet(
            "SNS, the default policy: not public",
            ResourceKind.SNS_TOPIC,
            Audience.INTERNAL,
            """
            {"Sid": "__default_statement_ID", "Effect": "Allow", "Principal": {"AWS": "*"},
             "Action": ["SNS:Publish", "SNS:Subscribe"], "Resource": "*",
             "Condition": {"StringEquals": {"AWS:SourceOwner": "111122223333"}}}
            """),
        argumentSet(
            "KMS, the key of a service: not public",
            ResourceKind.KMS_KEY,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*",
             "Condition": {"StringEquals": {"kms:CallerAccount": "111122223333",
                                            "kms:ViaService": "s3.us-east-1.amazonaws.com"}}}
            """),
        argumentSet(
            "KMS, through a service only: public",
            ResourceKind.KMS_KEY,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Decrypt", "Resource": "*",
             "Condition": {"StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"}}}
            """),
        argumentSet(
            "Lambda, function URL without authentication: public",
            ResourceKind.LAMBDA_FUNCTION,
            Audience.PUBLIC,
            """
            {"Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl",
             "Resource": "*", "Condition": {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}}
            """),
        argumentSet(
            "EFS, through mount targets: not public",
            ResourceKind.EFS_FILE_SYSTEM,
            Audience.INTERNAL,
            """
            {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action":
             ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], "Condition":
             {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}}
            """));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void judgesAsDocumented(ResourceKind kind, Audience expected, String statements) {
    Exposure exposure = Judging.judge(kind, statements);
    assertThat(exposure.verdict()).isEqualTo(expected);
    Judging.assertExplained(exposure);
  }
}
