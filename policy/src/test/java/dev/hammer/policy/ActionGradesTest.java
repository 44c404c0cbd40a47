package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionGradesTest {

  @ParameterizedTest
  @CsvSource({
    "S3_BUCKET, *, PERMISSIONS",
    "S3_BUCKET, s3:*, PERMISSIONS",
    "S3_BUCKET, S3:*, PERMISSIONS",
    "S3_BUCKET, s?:*, PERMISSIONS",
    "S3_BUCKET, s3:GetObject, READ",
    "S3_BUCKET, s3:getobject, READ",
    "S3_BUCKET, s3:GetObjectVersion, READ",
    "S3_BUCKET, s3:Get*, READ",
    "S3_BUCKET, s3:*Object, WRITE",
    "S3_BUCKET, s3:PutObject, WRITE",
    "S3_BUCKET, s3:DeleteObject, WRITE",
    "S3_BUCKET, s3:Delete*, PERMISSIONS",
    "S3_BUCKET, s3:PutObjectAcl, PERMISSIONS",
    "S3_BUCKET, s3:PutBucketPolicy, PERMISSIONS",
    "S3_BUCKET, s3:Put*, PERMISSIONS",
    "S3_BUCKET, s3:ListBucket, LIST",
    "S3_BUCKET, s3:List*, LIST",
    "S3_BUCKET, s3:ListMultipartUploadParts, LIST",
    "S3_BUCKET, s3:GetBucketLocation, METADATA",
    "S3_BUCKET, s3:GetObjectAcl, METADATA",
    "S3_BUCKET, s3:GetBucket*, METADATA",
    "S3_BUCKET, s3:ListBucket s3:GetObject, READ",
    "S3_BUCKET, s3:ListBucket s3:GetBucketLocation, LIST",
    "S3_BUCKET, s3:RotateObject, WRITE",
    "S3_BUCKET, s3:PutSomeNewPolicy, PERMISSIONS",
    "S3_BUCKET, s3:GetSomethingNew, READ",
    "S3_BUCKET, sqs:SendMessage, NONE",
    "SQS_QUEUE, *, PERMISSIONS",
    "SQS_QUEUE, SQS:*, PERMISSIONS",
    "SQS_QUEUE, sqs:SendMessage, SEND",
    "SQS_QUEUE, SQS:SendMessage sqs:SendMessageBatch, SEND",
    "SQS_QUEUE, sqs:Send*, SEND",
    "SQS_QUEUE, sqs:SendMessage sqs:GetQueueUrl, SEND",
    "SQS_QUEUE, sqs:ReceiveMessage, READ",
    "SQS_QUEUE, sqs:DeleteMessage, WRITE",
    "SQS_QUEUE, sqs:ChangeMessageVisibility, WRITE",
    "SQS_QUEUE, sqs:PurgeQueue, WRITE",
    "SQS_QUEUE, sqs:*Message, WRITE",
    "SQS_QUEUE, sqs:SetQueueAttributes, PERMISSIONS",
    "SQS_QUEUE, sqs:AddPermission, PERMISSIONS",
    "SQS_QUEUE, sqs:GetQueueAttributes, METADATA",
    "SQS_QUEUE, sqs:ListDeadLetterSourceQueues, LIST",
    "SNS_TOPIC, sns:Publish, SEND",
    "SNS_TOPIC, sns:Subscribe, READ",
    "SNS_TOPIC, sns:AddPermission, PERMISSIONS",
    "SNS_TOPIC, sns:*, PERMISSIONS",
    "KMS_KEY, kms:Decrypt, READ",
    "KMS_KEY, kms:CreateGrant, PERMISSIONS",
    "KMS_KEY, kms:DescribeKey, METADATA",
    "LAMBDA_FUNCTION, lambda:InvokeFunctionUrl, WRITE",
    "OTHER, glacier:ListParts, LIST",
    "OTHER, es:*, PERMISSIONS"
  })
  void gradesByTheWorstGranted(ResourceKind kind, String actions, AccessGrade expected) {
    assertThat(grade(kind, false, actions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "S3_BUCKET, s3:GetObject, PERMISSIONS",
    "S3_BUCKET, s3:Put* s3:Delete* s3:Bypass* s3:ObjectOwner*, WRITE",
    "S3_BUCKET, *, NONE",
    "S3_BUCKET, s3:*, NONE",
    "SQS_QUEUE, sqs:SendMessage, PERMISSIONS",
    "SNS_TOPIC, sns:Publish, PERMISSIONS",
    "SNS_TOPIC, *, NONE"
  })
  void gradesAllActionsButSome(ResourceKind kind, String excluded, AccessGrade expected) {
    assertThat(grade(kind, true, excluded)).isEqualTo(expected);
  }

  private static AccessGrade grade(ResourceKind kind, boolean negated, String actions) {
    return new ActionGrades(kind).grade(new Selection(negated, Arrays.asList(actions.split(" "))));
  }
}
