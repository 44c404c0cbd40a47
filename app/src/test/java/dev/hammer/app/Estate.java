package dev.hammer.app;

import dev.hammer.core.resource.AccountId;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireReply;
import dev.hammer.testing.stub.WireStub;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A small company's AWS on the wire stub: two accounts, two regions, and the buckets and queues a
 * test puts there. A plain bucket violates {@code s3_encryption}, an open queue {@code
 * sqs_public_access}.
 */
public final class Estate implements AutoCloseable {
  /** The account of the credentials. */
  public static final AccountId MAIN = AccountId.of(WireStub.MAIN_ACCOUNT);

  /** Entered by a role. */
  public static final AccountId DATA = AccountId.of("222222222222");

  public static final String NORTH = "eu-north-1";
  public static final String WEST = "eu-west-1";

  private static final String OPEN =
      """
      {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"}}\
      """;

  private final WireStub stub = WireStub.alone();
  private final Map<String, List<String>> regions = new ConcurrentHashMap<>();
  private final Map<String, SortedMap<String, Boolean>> buckets = new ConcurrentHashMap<>();
  private final Map<String, SortedMap<String, Boolean>> queues = new ConcurrentHashMap<>();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  public Estate() {
    stub.scripts()
        .answer(TextAnswer.shared("sts.GetCallerIdentity.caller"))
        .answer("sts", "AssumeRole", this::assumeRole)
        .answer("ec2", "DescribeRegions", this::describeRegions)
        .answer("s3", "ListBuckets", this::listBuckets)
        .answer("s3", "GetBucketEncryption", this::encryption)
        .answer("s3", "GetBucketPolicy", q -> q.error(404, "NoSuchBucketPolicy", "none"))
        .answer("s3", "GetBucketTagging", q -> q.error(404, "NoSuchTagSet", "none"))
        .answer("sqs", "ListQueues", this::listQueues)
        .answer("sqs", "GetQueueAttributes", this::attributes)
        .answer("sqs", "ListQueueTags", "{\"Tags\":{}}");
  }

  public WireStub stub() {
    return stub;
  }

  public Estate plainBucket(AccountId account, String name) {
    return bucket(account, name, false);
  }

  public Estate encryptedBucket(AccountId account, String name) {
    return bucket(account, name, true);
  }

  public Estate withoutBucket(AccountId account, String name) {
    in(buckets, account.id()).remove(name);
    return this;
  }

  public Estate openQueue(AccountId account, String region, String name) {
    return queue(account, region, name, true);
  }

  public Estate closedQueue(AccountId account, String region, String name) {
    return queue(account, region, name, false);
  }

  public static String queueUrl(AccountId account, String region, String name) {
    return "https://sqs." + region + ".amazonaws.com/" + account + "/" + name;
  }

  public static String queueArn(AccountId account, String region, String name) {
    return "arn:aws:sqs:" + region + ":" + account + ":" + name;
  }

  public Estate enabling(AccountId account, String... names) {
    regions.put(account.id(), List.of(names));
    return this;
  }

  /** The role of the account lets nobody in any more. */
  public Estate closing(AccountId account) {
    closed.add(account.id());
    return this;
  }

  public Estate opening(AccountId account) {
    closed.remove(account.id());
    return this;
  }

  /** Holds back the next answer of a kind until the gate is opened. */
  public Gate gate(CallPattern calls) {
    Gate gate = new Gate();
    stub.scripts().answer(calls, gate);
    return gate;
  }

  @Override
  public void close() {
    stub.close();
  }

  private Estate bucket(AccountId account, String name, boolean encrypted) {
    in(buckets, account.id()).put(name, encrypted);
    return this;
  }

  private Estate queue(AccountId account, String region, String name, boolean open) {
    in(queues, account + region).put(queueUrl(account, region, name), open);
    return this;
  }

  private static SortedMap<String, Boolean> in(
      Map<String, SortedMap<String, Boolean>> places, String place) {
    return places.computeIfAbsent(place, _ -> new ConcurrentSkipListMap<>());
  }

  private WireReply assumeRole(Question question) {
    String account = question.parameter("RoleArn").orElse("").split(":", -1)[4];
    return closed.contains(account)
        ? question.error(403, "AccessDenied", "not by this role")
        : TextAnswer.shared("sts.AssumeRole.session").answer(question);
  }

  private WireReply describeRegions(Question question) {
    String items =
        regions.getOrDefault(question.target().account(), List.of(NORTH, WEST)).stream()
            .map(name -> "<item><regionName>" + name + "</regionName></item>")
            .collect(Collectors.joining());
    return question.ok(
        "<DescribeRegionsResponse><requestId>r</requestId><regionInfo>"
            + items
            + "</regionInfo></DescribeRegionsResponse>");
  }

  private WireReply listBuckets(Question question) {
    String prefix = question.parameter("prefix").orElse("");
    String items =
        in(buckets, question.target().account()).keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .map(
                "<Bucket><Name>%s</Name><BucketRegion>eu-west-1</BucketRegion></Bucket>"::formatted)
            .collect(Collectors.joining());
    return question.ok(
        "<ListAllMyBucketsResult><Buckets>" + items + "</Buckets></ListAllMyBucketsResult>");
  }

  private WireReply encryption(Question question) {
    boolean encrypted =
        in(buckets, question.target().account()).getOrDefault(question.bucket(), false);
    return encrypted
        ? question.ok(
            """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>\
            <SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>\
            </ServerSideEncryptionConfiguration>""")
        : question.error(404, "ServerSideEncryptionConfigurationNotFoundError", "none");
  }

  private WireReply listQueues(Question question) {
    String prefix = question.parameter("QueueNamePrefix").orElse("");
    String urls =
        queuesOf(question).keySet().stream()
            .filter(url -> url.substring(url.lastIndexOf('/') + 1).startsWith(prefix))
            .map(url -> '"' + url + '"')
            .collect(Collectors.joining(","));
    return question.ok("{\"QueueUrls\":[" + urls + "]}");
  }

  private WireReply attributes(Question question) {
    boolean open =
        queuesOf(question).getOrDefault(question.parameter("QueueUrl").orElse(""), false);
    return question.ok(
        open
            ? "{\"Attributes\":{\"Policy\":\"" + OPEN.replace("\"", "\\\"") + "\"}}"
            : "{\"Attributes\":{}}");
  }

  private SortedMap<String, Boolean> queuesOf(Question question) {
    return in(queues, question.target().account() + question.target().region());
  }
}
