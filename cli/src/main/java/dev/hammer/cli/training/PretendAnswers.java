package dev.hammer.cli.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers every call of a scan with one resource of each kind; no state, no judgement. */
final class PretendAnswers implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final String ACCOUNT = "123456789012";

  private static final String OPEN_POLICY =
      "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\","
          + "\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"sqs:*\\\",\\\"Resource\\\":\\\"*\\\"}]}";

  /** Bodies of the query and JSON protocols, by operation. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "GetCallerIdentity",
              result(
                  "GetCallerIdentity",
                  "<Account>"
                      + ACCOUNT
                      + "</Account><Arn>arn:aws:iam::"
                      + ACCOUNT
                      + ":user/training</Arn><UserId>AIDATRAINING</UserId>")),
          Map.entry(
              "DescribeRegions",
              ec2(
                  "DescribeRegions",
                  "<regionInfo><item><regionName>us-east-1</regionName>"
                      + "<optInStatus>opt-in-not-required</optInStatus></item></regionInfo>")),
          Map.entry(
              "DescribeSecurityGroups",
              ec2(
                  "DescribeSecurityGroups",
                  """
                  <securityGroupInfo><item><ownerId>123456789012</ownerId><groupId>sg-1</groupId>\
                  <groupName>open</groupName><vpcId>vpc-1</vpcId><ipPermissions><item>\
                  <ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges>\
                  <item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissions>\
                  </item></securityGroupInfo>""")),
          Map.entry(
              "DescribeNetworkInterfaces",
              ec2(
                  "DescribeNetworkInterfaces",
                  "<networkInterfaceSet><item><networkInterfaceId>eni-1</networkInterfaceId>"
                      + "<groupSet><item><groupId>sg-1</groupId></item></groupSet></item>"
                      + "</networkInterfaceSet>")),
          Map.entry(
              "DescribeVolumes",
              ec2(
                  "DescribeVolumes",
                  "<volumeSet><item><volumeId>vol-1</volumeId><encrypted>false</encrypted>"
                      + "<status>available</status></item></volumeSet>")),
          Map.entry("DescribeSnapshots", ec2("DescribeSnapshots", "<snapshotSet/>")),
          Map.entry("DescribeImages", ec2("DescribeImages", "<imagesSet/>")),
          Map.entry(
              "ListUsers",
              result(
                  "ListUsers",
                  "<IsTruncated>false</IsTruncated><Users><member><UserName>old</UserName>"
                      + "<UserId>AIDA1</UserId><Path>/</Path><Arn>arn:aws:iam::123456789012:user/old"
                      + "</Arn><CreateDate>2020-01-01T00:00:00Z</CreateDate></member></Users>")),
          Map.entry(
              "ListAccessKeys",
              result(
                  "ListAccessKeys",
                  "<IsTruncated>false</IsTruncated><AccessKeyMetadata><member><UserName>old"
                      + "</UserName><AccessKeyId>AKIAOLD</AccessKeyId><Status>Active</Status>"
                      + "<CreateDate>2020-01-01T00:00:00Z</CreateDate></member>"
                      + "</AccessKeyMetadata>")),
          Map.entry(
              "GetAccessKeyLastUsed",
              result(
                  "GetAccessKeyLastUsed",
                  "<UserName>old</UserName><AccessKeyLastUsed><Region>N/A</Region>"
                      + "<ServiceName>N/A</ServiceName></AccessKeyLastUsed>")),
          Map.entry(
              "ListUserTags", result("ListUserTags", "<IsTruncated>false</IsTruncated><Tags/>")),
          Map.entry("DescribeDBInstances", result("DescribeDBInstances", "<DBInstances/>")),
          Map.entry("DescribeDBClusters", result("DescribeDBClusters", "<DBClusters/>")),
          Map.entry("DescribeDBSnapshots", result("DescribeDBSnapshots", "<DBSnapshots/>")),
          Map.entry(
              "DescribeDBClusterSnapshots",
              result("DescribeDBClusterSnapshots", "<DBClusterSnapshots/>")),
          Map.entry("DescribeTrails", "{\"trailList\":[]}"),
          Map.entry(
              "ListQueues",
              "{\"QueueUrls\":[\"https://sqs.us-east-1.amazonaws.com/123456789012/open\"]}"),
          Map.entry("GetQueueAttributes", "{\"Attributes\":{\"Policy\":\"" + OPEN_POLICY + "\"}}"),
          Map.entry("ListQueueTags", "{\"Tags\":{}}"),
          Map.entry(
              "buckets",
              "<ListAllMyBucketsResult><Owner><ID>o</ID></Owner><Buckets><Bucket><Name>training"
                  + "</Name><CreationDate>2020-01-01T00:00:00.000Z</CreationDate></Bucket></Buckets>"
                  + "</ListAllMyBucketsResult>"),
          Map.entry(
              "acl",
              "<AccessControlPolicy><Owner><ID>o</ID></Owner><AccessControlList/>"
                  + "</AccessControlPolicy>"),
          Map.entry(
              "encryption",
              "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                  + "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                  + "</ServerSideEncryptionConfiguration>"));

  private final HttpServer server;
  private final ExecutorService threads;

  private PretendAnswers(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static PretendAnswers start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", PretendAnswers::answer);
    server.start();
    return new PretendAnswers(server, threads);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Optional<String> body = Optional.ofNullable(BODIES.get(operation(exchange, request)));
      byte[] bytes =
          body.orElse("<Error><Code>NoSuchBucketPolicy</Code></Error>")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("x-amzn-requestid", "training");
      exchange.getResponseHeaders().set("x-amz-request-id", "training");
      exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String operation(HttpExchange exchange, String request) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.lastIndexOf('.') + 1);
    }
    Matcher action = ACTION.matcher(request);
    if (action.find()) {
      return action.group(1);
    }
    if (exchange.getRequestURI().getPath().length() <= 1) {
      return "buckets";
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return query.replaceAll("[=&].*", "");
  }

  private static String ec2(String operation, String body) {
    return "<"
        + operation
        + "Response><requestId>training</requestId>"
        + body
        + "</"
        + operation
        + "Response>";
  }

  private static String result(String operation, String body) {
    return "<"
        + operation
        + "Response><"
        + operation
        + "Result>"
        + body
        + "</"
        + operation
        + "Result><ResponseMetadata><RequestId>training</RequestId></ResponseMetadata></"
        + operation
        + "Response>";
  }
}
