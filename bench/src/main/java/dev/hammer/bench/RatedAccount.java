package dev.hammer.bench;

import dev.hammer.demo.estate.Expected;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.Scripts;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireReply;
import dev.hammer.testing.stub.WireStub;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One account of 4,700 resources whose answers are made up as they are asked for: enough of each
 * kind to keep its rate busy, and few faults but for the public snapshots, each of which is asked
 * about.
 */
final class RatedAccount {
  static final int RESOURCES = 4700;

  private static final String WEST = "eu-west-1";
  private static final String EAST = "us-east-1";
  private static final int REGIONS = 2;
  private static final int BUCKETS = 800;
  private static final int USERS = 900;
  private static final int PUBLIC_SNAPSHOTS = 450;
  private static final int QUEUES = 500;
  private static final int GROUPS = 250;
  private static final int DATABASE_SNAPSHOTS = 120;
  private static final int PLAIN_VOLUMES = 4;
  private static final int STOPPED_TRAILS = 5;

  private RatedAccount() {}

  /** How often each call is needed in each region, by {@code region service:operation}. */
  static SortedMap<String, Integer> calls() {
    SortedMap<String, Integer> calls = new TreeMap<>();
    calls.put("us-east-1 iam:ListUsers", 1);
    calls.put("us-east-1 iam:ListAccessKeys", USERS);
    calls.put(WEST + " ec2:DescribeSnapshotAttribute", PUBLIC_SNAPSHOTS);
    for (String region : new String[] {WEST, EAST}) {
      calls.put(region + " s3:GetBucketAcl", BUCKETS);
      calls.put(region + " s3:GetBucketPolicy", BUCKETS);
      calls.put(region + " s3:GetBucketEncryption", BUCKETS);
      calls.put(region + " sqs:ListQueues", 1);
      calls.put(region + " sqs:GetQueueAttributes", QUEUES);
      calls.put(region + " rds:DescribeDBSnapshotAttributes", DATABASE_SNAPSHOTS);
      calls.put(region + " cloudtrail:GetTrailStatus", STOPPED_TRAILS);
    }
    return calls;
  }

  /** What must be found, and nothing else. */
  static SortedSet<Expected> truth() {
    SortedSet<Expected> faults = new TreeSet<>();
    numbers(PUBLIC_SNAPSHOTS)
        .forEach(i -> faults.add(fault("ebs_public_snapshot", WEST, "snap-" + i)));
    for (String region : new String[] {WEST, EAST}) {
      numbers(PLAIN_VOLUMES)
          .forEach(i -> faults.add(fault("ebs_unencrypted_volume", region, volume(region, i))));
      faults.add(fault("cloudtrails", region, region));
    }
    int resources =
        REGIONS * (BUCKETS + QUEUES + GROUPS + DATABASE_SNAPSHOTS + PLAIN_VOLUMES + 1)
            + USERS
            + PUBLIC_SNAPSHOTS;
    if (resources != RESOURCES) {
      throw new IllegalStateException("the account has " + resources + " resources");
    }
    return faults;
  }

  static void script(Scripts scripts) {
    scripts.answer(TextAnswer.shared("sts.GetCallerIdentity.caller"));
    storage(scripts);
    identities(scripts);
    network(scripts);
    databases(scripts);
    scripts
        .answer("sqs", "ListQueues", RatedAccount::queues)
        .answer("sqs", "GetQueueAttributes", "{}")
        .answer("cloudtrail", "DescribeTrails", RatedAccount::trails)
        .answer("cloudtrail", "GetTrailStatus", "{\"IsLogging\":false}")
        .answer("cloudtrail", "GetEventSelectors", "{\"EventSelectors\":[]}");
  }

  private static void storage(Scripts scripts) {
    String buckets =
        each(BUCKETS, i -> bucket("west-" + i, WEST))
            + each(BUCKETS, i -> bucket("east-" + i, EAST));
    scripts
        .answer(
            "s3",
            "ListBuckets",
            "<ListAllMyBucketsResult><Buckets>%s</Buckets></ListAllMyBucketsResult>"
                .formatted(buckets))
        .answer(
            "s3",
            "GetBucketAcl",
            "<AccessControlPolicy><Owner><ID>us</ID></Owner><AccessControlList>"
                + "</AccessControlList></AccessControlPolicy>")
        .answer(
            "s3",
            "GetBucketPolicy",
            question -> question.error(404, "NoSuchBucketPolicy", "There is none"))
        .answer(
            "s3",
            "GetBucketEncryption",
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                + "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                + "</ServerSideEncryptionConfiguration>");
  }

  private static void identities(Scripts scripts) {
    String created = Instant.now().minus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS) + "";
    scripts
        .answer(
            "iam",
            "ListUsers",
            "<ListUsersResponse><ListUsersResult><Users>%s</Users><IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>"
                .formatted(
                    each(
                        USERS,
                        i ->
                            "<member><UserName>user-%d</UserName><UserId>AIDA%d</UserId></member>"
                                .formatted(i, i))))
        .answer(
            "iam",
            "ListAccessKeys",
            question ->
                question.ok(
                    "<ListAccessKeysResponse><ListAccessKeysResult><AccessKeyMetadata><member><UserName>%s</UserName><AccessKeyId>AKIA%s</AccessKeyId><Status>Active</Status><CreateDate>%s</CreateDate></member></AccessKeyMetadata><IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>"
                        .formatted(
                            question.parameter("UserName").orElse(""),
                            keyOf(question.parameter("UserName").orElse("")),
                            created)));
  }

  private static void network(Scripts scripts) {
    ec2(
        scripts,
        "DescribeRegions",
        _ ->
            "<regionInfo><item><regionName>eu-west-1</regionName></item><item><regionName>us-east-1</regionName></item></regionInfo>");
    ec2(
        scripts,
        "DescribeSecurityGroups",
        _ ->
            "<securityGroupInfo>%s</securityGroupInfo>"
                .formatted(
                    each(
                        GROUPS,
                        i ->
                            "<item><groupId>sg-%d</groupId><groupName>g-%d</groupName><vpcId>vpc-1</vpcId></item>"
                                .formatted(i, i))));
    ec2(
        scripts,
        "DescribeVolumes",
        question ->
            "<volumeSet>%s</volumeSet>"
                .formatted(
                    each(
                        PLAIN_VOLUMES,
                        i ->
                            "<item><volumeId>%s</volumeId><encrypted>false</encrypted></item>"
                                .formatted(volume(question.target().region(), i)))));
    ec2(
        scripts,
        "DescribeSnapshots",
        question ->
            "<snapshotSet>%s</snapshotSet>"
                .formatted(
                    question.target().region().equals(WEST)
                        ? each(
                            PUBLIC_SNAPSHOTS,
                            i -> "<item><snapshotId>snap-%d</snapshotId></item>".formatted(i))
                        : ""));
    ec2(
        scripts,
        "DescribeSnapshotAttribute",
        _ -> "<createVolumePermission><item><group>all</group></item></createVolumePermission>");
    ec2(scripts, "GetSnapshotBlockPublicAccessState", _ -> "<state>unblocked</state>");
    ec2(scripts, "DescribeImages", _ -> "<imagesSet/>");
  }

  private static void databases(Scripts scripts) {
    rds(scripts, "DescribeDBInstances", _ -> "<DBInstances/>");
    rds(scripts, "DescribeDBClusters", _ -> "<DBClusters/>");
    rds(scripts, "DescribeDBClusterSnapshots", _ -> "<DBClusterSnapshots/>");
    rds(
        scripts,
        "DescribeDBSnapshots",
        question ->
            "<DBSnapshots>%s</DBSnapshots>"
                .formatted(
                    each(
                        DATABASE_SNAPSHOTS,
                        i ->
                            "<DBSnapshot><DBSnapshotIdentifier>db-%d</DBSnapshotIdentifier><DBSnapshotArn>arn:aws:rds:%s:%s:snapshot:db-%d</DBSnapshotArn><DBInstanceIdentifier>db</DBInstanceIdentifier><Engine>postgres</Engine><SnapshotType>manual</SnapshotType><Encrypted>false</Encrypted></DBSnapshot>"
                                .formatted(
                                    i, question.target().region(), WireStub.MAIN_ACCOUNT, i))));
    rds(
        scripts,
        "DescribeDBSnapshotAttributes",
        question ->
            "<DBSnapshotAttributesResult><DBSnapshotIdentifier>%s</DBSnapshotIdentifier><DBSnapshotAttributes/></DBSnapshotAttributesResult>"
                .formatted(question.parameter("DBSnapshotIdentifier").orElse("")));
  }

  private static WireReply queues(Question question) {
    String region = question.target().region();
    return question.ok(
        numbers(QUEUES)
            .mapToObj(
                i ->
                    "\"https://sqs.%s.amazonaws.com/%s/q-%d\""
                        .formatted(region, WireStub.MAIN_ACCOUNT, i))
            .collect(Collectors.joining(",", "{\"QueueUrls\":[", "]}")));
  }

  private static WireReply trails(Question question) {
    String region = question.target().region();
    return question.ok(
        numbers(STOPPED_TRAILS)
            .mapToObj(
                i ->
                    "{\"Name\":\"t-%d\",\"HomeRegion\":\"%s\",\"TrailARN\":\"arn:aws:cloudtrail:%s:%s:trail/t-%d\"}"
                        .formatted(i, region, region, WireStub.MAIN_ACCOUNT, i))
            .collect(Collectors.joining(",", "{\"trailList\":[", "]}")));
  }

  private static void ec2(Scripts scripts, String operation, Answer answer) {
    scripts.answer(
        "ec2",
        operation,
        question ->
            question.ok(
                "<%sResponse>%s</%sResponse>"
                    .formatted(operation, answer.to(question), operation)));
  }

  private static void rds(Scripts scripts, String operation, Answer answer) {
    scripts.answer(
        "rds",
        operation,
        question ->
            question.ok(
                "<%sResponse><%sResult>%s</%sResult></%sResponse>"
                    .formatted(operation, operation, answer.to(question), operation, operation)));
  }

  /** The inner part of an answer. */
  private interface Answer {
    String to(Question question);
  }

  private static String bucket(String name, String region) {
    return "<Bucket><Name>%s</Name><BucketRegion>%s</BucketRegion></Bucket>"
        .formatted(name, region);
  }

  /** Ids are never the same in two regions. */
  private static String volume(String region, int number) {
    return "vol-" + (region.equals(WEST) ? "a" : "b") + number;
  }

  private static String keyOf(String user) {
    return "%016d".formatted(Long.parseLong(user.replaceAll("\\D", "")));
  }

  private static Expected fault(String check, String region, String id) {
    return new Expected(check, WireStub.MAIN_ACCOUNT, Optional.of(region), id);
  }

  private static String each(int count, IntFunction<String> one) {
    return numbers(count).mapToObj(one).collect(Collectors.joining());
  }

  private static IntStream numbers(int count) {
    return IntStream.range(100_000, 100_000 + count);
  }
}
