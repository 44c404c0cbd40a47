package dev.hammer.bench.company;

import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.Scripts;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireReply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers for a company, made of nothing but the account and region that ask. */
public final class CompanyAnswers {
  private static final String OPEN =
      "{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\","
          + "\\\"Action\\\":\\\"sqs:*\\\",\\\"Resource\\\":\\\"*\\\"}}";

  private final Company company;
  private final String created =
      Instant.now().minus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();

  private CompanyAnswers(Company company) {
    this.company = company;
  }

  /** Lets a stub answer for the company. */
  public static void script(Company company, Scripts scripts) {
    CompanyAnswers answers = new CompanyAnswers(company);
    scripts
        .answer(TextAnswer.shared("sts.GetCallerIdentity.caller"))
        .answer(TextAnswer.shared("sts.AssumeRole.session"));
    answers.storage(scripts);
    answers.identities(scripts);
    answers.regional(scripts);
  }

  private void storage(Scripts scripts) {
    scripts
        .answer("s3", "ListBuckets", q -> q.ok(buckets(accountOf(q))))
        .answer(
            "s3",
            "GetBucketAcl",
            "<AccessControlPolicy><Owner><ID>us</ID></Owner><AccessControlList/>"
                + "</AccessControlPolicy>")
        .answer("s3", "GetBucketPolicy", q -> q.error(404, "NoSuchBucketPolicy", "none"))
        .answer("s3", "GetBucketTagging", q -> q.error(404, "NoSuchTagSet", "none"))
        .answer("s3", "GetBucketEncryption", CompanyAnswers::encryption);
  }

  private String buckets(String account) {
    String region = company.regionNames().getFirst();
    return each(
        Company.sizeOf(account),
        "<ListAllMyBucketsResult><Buckets>",
        i ->
            "<Bucket><Name>%s</Name><BucketRegion>%s</BucketRegion></Bucket>"
                .formatted(Company.bucket(account, i), region),
        "</Buckets></ListAllMyBucketsResult>");
  }

  private static WireReply encryption(Question question) {
    String bucket = question.bucket();
    int number = Integer.parseInt(bucket.substring(bucket.lastIndexOf('-') + 1));
    return Company.isPlain(number)
        ? question.error(404, "ServerSideEncryptionConfigurationNotFoundError", "none")
        : question.ok(
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                + "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                + "</ServerSideEncryptionConfiguration>");
  }

  private void identities(Scripts scripts) {
    scripts
        .answer(
            "iam",
            "ListUsers",
            q ->
                q.ok(
                    each(
                        Company.sizeOf(accountOf(q)),
                        "<ListUsersResponse><ListUsersResult><Users>",
                        i ->
                            "<member><UserName>u-%d</UserName><UserId>AIDA%d</UserId></member>"
                                .formatted(i, 100_000 + i),
                        "</Users><IsTruncated>false</IsTruncated>"
                            + "</ListUsersResult></ListUsersResponse>")))
        .answer("iam", "ListAccessKeys", q -> q.ok(key(q)));
  }

  private String key(Question question) {
    String user = question.parameter("UserName").orElse("");
    return ("<ListAccessKeysResponse><ListAccessKeysResult><AccessKeyMetadata><member>"
            + "<UserName>%s</UserName><AccessKeyId>AKIA%s%04d</AccessKeyId><Status>Active</Status>"
            + "<CreateDate>%s</CreateDate></member></AccessKeyMetadata>"
            + "<IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>")
        .formatted(user, accountOf(question), Integer.parseInt(user.substring(2)), created);
  }

  private void regional(Scripts scripts) {
    ec2(scripts, "DescribeRegions", _ -> regions());
    ec2(scripts, "DescribeSecurityGroups", this::groups);
    ec2(scripts, "DescribeVolumes", _ -> "<volumeSet/>");
    ec2(scripts, "DescribeSnapshots", _ -> "<snapshotSet/>");
    ec2(scripts, "DescribeImages", _ -> "<imagesSet/>");
    for (String[] list :
        new String[][] {
          {"DescribeDBInstances", "DBInstances"},
          {"DescribeDBClusters", "DBClusters"},
          {"DescribeDBSnapshots", "DBSnapshots"},
          {"DescribeDBClusterSnapshots", "DBClusterSnapshots"}
        }) {
      scripts.answer(
          "rds",
          list[0],
          "<%sResponse><%sResult><%s/></%sResult></%sResponse>"
              .formatted(list[0], list[0], list[1], list[0], list[0]));
    }
    scripts
        .answer("sqs", "ListQueues", q -> q.ok(queues(q)))
        .answer("sqs", "GetQueueAttributes", q -> q.ok(attributes(q)))
        .answer("sqs", "ListQueueTags", "{\"Tags\":{}}")
        .answer("cloudtrail", "DescribeTrails", q -> q.ok(trail(q)))
        .answer("cloudtrail", "GetTrailStatus", "{\"IsLogging\":true}")
        .answer(
            "cloudtrail",
            "GetEventSelectors",
            "{\"EventSelectors\":[{\"ReadWriteType\":\"All\",\"IncludeManagementEvents\":true,"
                + "\"DataResources\":[]}]}");
  }

  private String regions() {
    return company.regionNames().stream()
        .map("<item><regionName>%s</regionName></item>"::formatted)
        .collect(Collectors.joining("", "<regionInfo>", "</regionInfo>"));
  }

  private String groups(Question question) {
    return each(
        Company.sizeOf(accountOf(question)),
        "<securityGroupInfo>",
        i ->
            "<item><groupId>sg-%08x</groupId><groupName>g-%d</groupName><vpcId>vpc-1</vpcId></item>"
                .formatted(i, i),
        "</securityGroupInfo>");
  }

  private static String queues(Question question) {
    String region = question.target().region();
    String account = accountOf(question);
    return IntStream.range(0, Company.sizeOf(account))
        .mapToObj(i -> '"' + Company.queue(account, region, i) + '"')
        .collect(Collectors.joining(",", "{\"QueueUrls\":[", "]}"));
  }

  private String attributes(Question question) {
    String open = Company.queue(accountOf(question), company.regionNames().getFirst(), 0);
    return question.parameter("QueueUrl").filter(open::equals).isPresent()
        ? "{\"Attributes\":{\"Policy\":\"" + OPEN + "\"}}"
        : "{\"Attributes\":{}}";
  }

  private String trail(Question question) {
    String region = company.regionNames().getFirst();
    return ("{\"trailList\":[{\"Name\":\"all\",\"HomeRegion\":\"%s\",\"IsMultiRegionTrail\":true,"
            + "\"IncludeGlobalServiceEvents\":true,"
            + "\"TrailARN\":\"arn:aws:cloudtrail:%s:%s:trail/all\"}]}")
        .formatted(region, region, accountOf(question));
  }

  private static void ec2(Scripts scripts, String operation, Function<Question, String> answer) {
    scripts.answer(
        "ec2",
        operation,
        q -> q.ok("<%sResponse>%s</%sResponse>".formatted(operation, answer.apply(q), operation)));
  }

  private static String accountOf(Question question) {
    return question.target().account();
  }

  private static String each(int count, String begin, IntFunction<String> one, String end) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining("", begin, end));
  }
}
