package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS, or whoever stands before it, may answer: nothing of it resolves an issue. */
@MotoTest
class FaultsTest {
  /** Every listing of the six services, and what it is allowed by. */
  private static final Map<String, Set<String>> LISTINGS =
      Map.of(
          "cloudtrail", Set.of("DescribeTrails"),
          "ec2",
              Set.of(
                  "DescribeSecurityGroups",
                  "DescribeVolumes",
                  "DescribeSnapshots",
                  "DescribeImages"),
          "iam", Set.of("ListUsers"),
          "rds",
              Set.of(
                  "DescribeDBInstances",
                  "DescribeDBClusters",
                  "DescribeDBSnapshots",
                  "DescribeDBClusterSnapshots"),
          "s3", Set.of("ListBuckets"),
          "sqs", Set.of("ListQueues"));

  /** One decisive call about one resource of each service that has such calls. */
  private static final Map<String, String> FACETS =
      Map.of(
          "ec2", "DescribeSnapshotAttribute",
          "iam", "ListAccessKeys",
          "rds", "DescribeDBSnapshotAttributes",
          "s3", "GetBucketAcl",
          "sqs", "GetQueueAttributes");

  @TempDir private Path home;

  @Test
  void whateverIsAnsweredNothingIsResolved(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.everythingThrice();
    String elsewhere = Estate.in(aws, MotoAws.MAIN, Estate.US).openGroup("elsewhere");
    Hammer hammer = Hammer.in(home, aws.environment());
    hammer.run("scan").exits(0);
    Issues before = Issues.withHistoryOf(hammer);
    assertThat(before.in("open")).hasSizeGreaterThanOrEqualTo(3 * 11);

    strike(aws, FaultAnswer.denied());
    notRead(hammer.run("scan", "--fail-on", "low", "-o", "json").exits(3), "denied");
    Issues unread = Issues.of(hammer);
    assertThat(unread.in("open")).isEqualTo(before.in("open"));
    Set<String> read = new TreeSet<>(unread.in("open"));
    read.removeAll(unread.unverified());
    assertThat(read)
        .hasSize(2)
        .anyMatch(it -> it.endsWith(elsewhere))
        .anyMatch(isTrailOf(Estate.US));
    assertThat(unread.document().decimal("coverage.percent")).isEqualTo(40.0);

    strike(aws, FaultAnswer.throttled());
    notRead(hammer.run("scan", "--min-coverage", "100", "-o", "json").exits(4), "throttled");
    strike(aws, FaultAnswer.expired());
    notRead(hammer.run("scan", "--min-coverage", "40", "-o", "json").exits(0), "error");
    strike(aws, FaultAnswer.truncated());
    notRead(hammer.run("scan", "--min-coverage", "40.1", "-o", "json").exits(4), "error");
    strike(aws, FaultAnswer.empty());
    notRead(hammer.run("scan", "--fail-on-new", "low", "-o", "json").exits(4), "error");
    strike(aws, FaultAnswer.html(200));
    notRead(hammer.run("scan", "-o", "json").exits(0), "error");
    strike(aws, FaultAnswer.error(400, "InternalWhatever"));
    notRead(hammer.run("scan", "-o", "json").exits(0), "error");
    halfOfThePages(aws);
    notRead(hammer.run("scan", "-o", "json").exits(0), "denied");
    unreadableResources(aws, hammer);

    aws.stub().faults().clear();
    aws.stub().page(Paging.whole());
    hammer.run("scan", "--min-coverage", "100").exits(0);
    Issues after = Issues.withHistoryOf(hammer);
    assertThat(after.substance()).isEqualTo(before.substance());
    assertThat(after.unverified()).isEmpty();
  }

  @Test
  void refusedAccountCostsThatAccountOnly(MotoAws aws) {
    Estate own = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    Estate member = Estate.in(aws, Estate.MEMBER, Estate.EU);
    String ownGroup = own.openGroup("same-name");
    String memberGroup = member.openGroup("same-name");
    Hammer hammer = Hammer.in(home, aws.environment()).file("hammer.yaml", LifeTest.twoAccounts());
    hammer.run("scan").exits(0);

    own.close(ownGroup, 22);
    member.close(memberGroup, 22);
    aws.stub().faults().add(Fault.always("sts", "AssumeRole", FaultAnswer.denied()));
    Json refused = hammer.run("scan", "-o", "json").exits(4).json();
    Issues after = Issues.of(hammer);
    assertThat(after.status("secgrp_unrestricted_access", ownGroup)).isEqualTo("resolved");
    assertThat(after.status("secgrp_unrestricted_access", memberGroup)).isEqualTo("open");
    assertThat(after.unverified()).allMatch(name -> name.contains(Estate.MEMBER)).isNotEmpty();
    assertThat(refused.decimal("coverage.percent")).isEqualTo(50.0);
    assertThat(refused.list("not_covered"))
        .hasSize(10)
        .allSatisfy(
            gap -> {
              assertThat(gap.text("account_id")).isEqualTo(Estate.MEMBER);
              assertThat(gap.text("action")).isEqualTo("sts:AssumeRole");
              assertThat(gap.text("reason")).isEqualTo("denied");
              assertThat(gap.text("remedy")).contains("trust policy");
            });

    assertThat(hammer.run("scan", "--account", "member").exits(4).out())
        .containsOnlyOnce("cannot assume reader in member (" + Estate.MEMBER + "): denied")
        .contains("10 units", "0 of 10 units", "trust policy");

    aws.stub().faults().clear();
    aws.stub()
        .faults()
        .add(Fault.always("*", "*", FaultAnswer.regionNotEnabled()).inRegion(Estate.US));
    Outcome half = hammer.run("scan", "--account", "main", "--service", "sqs,rds").exits(0);
    assertThat(half.out())
        .contains("Coverage 50.0 %", "sqs:ListQueues", "Enable the region", Estate.US);
  }

  /** Every listing in one region, and those that are of no region. */
  private static void strike(MotoAws aws, FaultAnswer answer) {
    aws.stub().faults().clear();
    LISTINGS.forEach(
        (service, operations) ->
            operations.forEach(
                operation ->
                    aws.stub().faults().add(inEu(Fault.always(service, operation, answer)))));
  }

  /** Trails are the one list that has no pages. */
  private static void halfOfThePages(MotoAws aws) {
    aws.stub().faults().clear();
    aws.stub().page(Paging.of(2));
    LISTINGS.forEach(
        (service, operations) ->
            operations.forEach(
                operation ->
                    aws.stub()
                        .faults()
                        .add(
                            inEu(
                                operation.equals("DescribeTrails")
                                    ? Fault.always(service, operation, FaultAnswer.denied())
                                    : Fault.onPage(2, service, operation, FaultAnswer.denied())))));
  }

  private static Fault inEu(Fault fault) {
    boolean global = Set.of("s3", "iam").contains(fault.pattern().service());
    return global ? fault : fault.inRegion(Estate.EU);
  }

  private static void unreadableResources(MotoAws aws, Hammer hammer) {
    aws.stub().faults().clear();
    FACETS.forEach(
        (service, operation) ->
            aws.stub().faults().add(Fault.first(1, service, operation, FaultAnswer.denied())));
    Json report = hammer.run("scan", "-o", "json").exits(0).json();
    noneResolved(report);
    assertThat(report.number("coverage.partial")).isEqualTo(FACETS.size());
    assertThat(report.list("not_covered"))
        .extracting(gap -> gap.text("extent"))
        .containsOnly("resources");
    assertThat(actions(report).keySet()).isEqualTo(new TreeSet<>(FACETS.keySet()));
  }

  private static void notRead(Outcome outcome, String reason) {
    Json report = outcome.json();
    noneResolved(report);
    assertThat(report.text("scan.outcome")).isEqualTo("incomplete");
    assertThat(report.list("not_covered"))
        .isNotEmpty()
        .allSatisfy(
            gap -> {
              assertThat(gap.text("reason")).isEqualTo(reason);
              assertThat(gap.text("detail")).isNotBlank();
              assertThat(gap.text("remedy")).isNotBlank();
            });
    Map<String, Set<String>> actions = actions(report);
    assertThat(actions.keySet()).isEqualTo(new TreeSet<>(LISTINGS.keySet()));
    LISTINGS.forEach(
        (service, operations) ->
            assertThat(operations.stream().map(operation -> action(service, operation)))
                .as(service)
                .containsAll(actions.getOrDefault(service, Set.of())));
    assertThat(actions.get("ec2")).hasSize(4);
  }

  private static String action(String service, String operation) {
    return operation.equals("ListBuckets") ? "s3:ListAllMyBuckets" : service + ":" + operation;
  }

  private static Map<String, Set<String>> actions(Json report) {
    return report.list("not_covered").stream()
        .collect(
            Collectors.groupingBy(
                gap -> gap.text("service"),
                TreeMap::new,
                Collectors.mapping(
                    gap -> gap.text("action"), Collectors.toCollection(TreeSet::new))));
  }

  private static void noneResolved(Json report) {
    assertThat(
            Stream.of("critical", "high", "medium", "low")
                .mapToLong(severity -> report.number("counts." + severity + ".resolved"))
                .sum())
        .isZero();
  }

  private static Predicate<String> isTrailOf(String region) {
    return name -> name.startsWith("cloudtrails/") && name.endsWith(region);
  }
}
