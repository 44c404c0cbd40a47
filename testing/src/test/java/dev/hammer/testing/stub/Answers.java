package dev.hammer.testing.stub;

import static java.util.stream.Collectors.joining;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Whole answers of list calls, as an emulator gives them. */
final class Answers {
  private Answers() {}

  static void script(Scripts scripts, int count) {
    scripts.answer("ec2", "DescribeSecurityGroups", securityGroups(count));
    scripts.answer("ec2", "DescribeVolumes", volumes(count));
    scripts.answer("ec2", "DescribeRegions", regions(count));
    scripts.answer("iam", "ListUsers", users(count));
    scripts.answer("rds", "DescribeDBSnapshots", dbSnapshots(count));
    scripts.answer("sqs", "ListQueues", queues(count));
    scripts.answer("kms", "ListKeys", keys(count));
    scripts.answer("cloudtrail", "ListTrails", trails(count));
    scripts.answer("organizations", "ListAccounts", accounts(count));
    scripts.answer("s3", "ListBuckets", buckets(count));
  }

  static String securityGroups(int count) {
    return ec2("DescribeSecurityGroups", "securityGroupInfo", count, "<groupId>sg-%d</groupId>");
  }

  static String volumes(int count) {
    return ec2("DescribeVolumes", "volumeSet", count, "<volumeId>vol-%d</volumeId>");
  }

  static String regions(int count) {
    return ec2("DescribeRegions", "regionInfo", count, "<regionName>eu-west-%d</regionName>");
  }

  static String users(int count) {
    return query(
        "ListUsers",
        "<Users>"
            + each(count, i -> "<member><UserName>user-%d</UserName></member>".formatted(i), "")
            + "</Users><IsTruncated>false</IsTruncated>");
  }

  static String dbSnapshots(int count) {
    String one = "<DBSnapshot><DBSnapshotIdentifier>s-%d</DBSnapshotIdentifier></DBSnapshot>";
    return query(
        "DescribeDBSnapshots",
        "<DBSnapshots>" + each(count, one::formatted, "") + "</DBSnapshots>");
  }

  static String queues(int count) {
    return "{\"QueueUrls\":["
        + each(count, i -> "\"https://sqs.eu-west-1.amazonaws.com/123456789012/q%d\"".formatted(i))
        + "]}";
  }

  static String keys(int count) {
    return "{\"Keys\":["
        + each(count, i -> "{\"KeyId\":\"k%d\",\"Tags\":[\"a\",\"]\"]}".formatted(i))
        + "],\"Truncated\":false}";
  }

  static String trails(int count) {
    return "{\"Trails\":[" + each(count, i -> "{\"Name\":\"trail-%d\"}".formatted(i)) + "]}";
  }

  static String accounts(int count) {
    return "{\"Accounts\":[" + each(count, i -> "{\"Id\":\"00000000000%d\"}".formatted(i)) + "]}";
  }

  static String buckets(int count) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01"><Owner><ID>o</ID></Owner><Buckets>%s</Buckets></ListAllMyBucketsResult>
        """
        .formatted(each(count, i -> "<Bucket><Name>bucket-%d</Name></Bucket>".formatted(i), ""));
  }

  private static String ec2(String operation, String list, int count, String element) {
    return """
        <%1$sResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><%2$s>%3$s</%2$s></%1$sResponse>
        """
        .formatted(
            operation, list, each(count, i -> "<item>" + element.formatted(i) + "</item>", ""));
  }

  private static String query(String operation, String result) {
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></%1$sResponse>"
        .formatted(operation, result);
  }

  private static String each(int count, IntFunction<String> element) {
    return each(count, element, ",");
  }

  private static String each(int count, IntFunction<String> element, String between) {
    return IntStream.rangeClosed(1, count).mapToObj(element).collect(joining(between));
  }
}
