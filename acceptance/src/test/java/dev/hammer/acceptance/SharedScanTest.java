package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.DynamoProcess;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.CallPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One scan that several processes work on: each unit is read by one of them, each tells of the
 * whole, and what one leaves behind the others end.
 */
@MotoTest
class SharedScanTest {
  private static final String GROUP = "secgrp_unrestricted_access";
  private static final String STORE = "shared.db";
  private static final int KILLED = 137;

  /** More than one process has under way at once. */
  private static final List<String> REGIONS =
      List.of(
          Estate.EU,
          Estate.US,
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-2",
          "eu-west-3",
          "ap-south-1",
          "ap-northeast-1",
          "ap-southeast-1",
          "sa-east-1");

  private static final List<String> FEW = REGIONS.subList(0, 5);
  private static final int AT_ONCE = 48;

  private int units;

  @TempDir private Path home;

  @Test
  void twoProcessesReadEachUnitOnceAndBothTellOfTheWhole(MotoAws aws) {
    seed(aws, REGIONS);
    Map<String, String> truth = truth(aws);
    Map<String, Long> calls = readings(aws);
    aws.stub().reset();
    Hammer hammer = storedIn(aws, STORE);
    Outcome first;
    Outcome second;
    try (Hold hold = Hold.all()) {
      holdReadings(aws, hold);
      Running one = hammer.start("scan", "-o", "json");
      file().awaitClaims(AT_ONCE);
      Running other = hammer.start("scan", "--resume", "-o", "json");
      file().awaitClaims(units);
      hold.release();
      first = one.await().exits(0);
      second = other.await().exits(0);
    }
    second.says("Going on with s-", "at it: ", "/");
    assertThat(units(first)).containsExactly((long) AT_ONCE, (long) units - AT_ONCE);
    assertThat(units(second)).containsExactly((long) units - AT_ONCE, (long) AT_ONCE);
    tellsOfTheWhole(first, truth.size());
    tellsOfTheWhole(second, truth.size());
    assertThat(second.json().text("scan.id")).isEqualTo(first.json().text("scan.id"));
    assertThat(readings(aws)).isEqualTo(calls);
    assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(truth);
    hammer.run("scan", "--resume").exits(2).says("is complete");
  }

  @Test
  void sevenOfEightEndWhatTheKilledOneLeaves(MotoAws aws) {
    seed(aws, FEW);
    Map<String, String> truth = truth(aws);
    Hammer hammer = storedIn(aws, STORE);
    List<Running> others = new ArrayList<>();
    List<Outcome> ended;
    try (Hold hold = Hold.all()) {
      aws.stub().scripts().answer(CallPattern.of("rds", "*"), hold);
      aws.stub().scripts().answer(CallPattern.of("sqs", "*"), hold);
      Running killed = hammer.start("scan");
      file().awaitClaims(units);
      for (int i = 1; i < 8; i++) {
        others.add(hammer.start("scan", "--resume", "-o", "json"));
      }
      file().awaitWorkers(8);
      killed.kill();
      killed.await().exits(KILLED);
      hold.release();
      ended = others.stream().map(Running::await).toList();
    }
    assertThat(ended.stream().filter(it -> it.err().contains("No more word of"))).isNotEmpty();
    for (Outcome one : ended) {
      one.exits(0).says("Going on with s-");
      tellsOfTheWhole(one, truth.size());
      assertThat(units(one)).hasSize(8);
    }
    assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(truth);
    hammer.run("store", "check").exits(0);
  }

  /** A laptop that slept: its lease is over, another has read its unit since, then it wakes up. */
  @Test
  void whoWakesUpAfterItsLeaseChangesNothingThatWasSeenSince(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    String mended = estate.openGroup("mended");
    Hammer hammer = storedIn(aws, STORE);
    hammer.run("scan", "--region", Estate.EU).exits(0);
    try (Hold hold = Hold.first(1)) {
      aws.stub().scripts().answer(CallPattern.of("ec2", "DescribeSecurityGroups"), hold);
      Running sleeper = hammer.start("scan", "--region", Estate.EU, "-o", "json");
      hold.awaitCall();
      sleeper.freeze();
      estate.close(mended, 22);
      file().change("UPDATE workers SET until = '2026-01-01T00:00:00.000000000Z'");

      Outcome taken = hammer.run("scan", "--resume", "-o", "json").exits(0).says("No more word of");
      Issues newer = Issues.withHistoryOf(hammer);
      hold.release();
      sleeper.goOn();
      Outcome late = sleeper.await().exits(0);

      assertThat(taken.json().decimal("coverage.percent")).isEqualTo(100.0);
      assertThat(late.json().decimal("coverage.percent")).isEqualTo(100.0);
      assertThat(newer.events(GROUP, mended)).containsExactly("found", "resolved");
      Issues last = Issues.withHistoryOf(hammer);
      assertThat(last.substance()).isEqualTo(newer.substance());
      assertThat(last.unverified()).isEmpty();
    }
  }

  /** Of two on tables, one is killed in the middle. */
  @Test
  void inTablesToo(MotoAws aws) {
    seed(aws, FEW);
    Map<String, String> truth = truth(aws);
    try (DynamoProcess dynamo = DynamoProcess.start("512m");
        Hold hold = Hold.all()) {
      Hammer hammer =
          storedIn(aws, STORE)
              .with("HAMMER_STORE", "dynamodb:shared-")
              .with("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString());
      hammer.run("doctor", "--create-tables").exits(0);
      holdReadings(aws, hold);
      Running killed = hammer.start("scan");
      hold.awaitCalls(units);
      Running one = hammer.start("scan", "--resume", "-o", "json");
      Running other = hammer.start("scan", "--resume", "-o", "json");
      Patience.until(
          () -> aws.stub().calls().count("ec2", "DescribeRegions") == 3, () -> "they do not join");
      killed.kill();
      killed.await().exits(KILLED);
      hold.release();
      for (Outcome each : List.of(one.await(), other.await())) {
        tellsOfTheWhole(each.exits(0).says("Going on with s-"), truth.size());
        assertThat(units(each)).hasSize(3);
      }
      assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(truth);
    }
  }

  private void seed(MotoAws aws, List<String> regions) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).everythingThrice();
    Estate.in(aws, MotoAws.MAIN, Estate.US).openGroup("far");
    aws.control().regions(regions);
    units = 4 * regions.size() + 2;
  }

  /** What one undisturbed process finds. */
  private Map<String, String> truth(MotoAws aws) {
    aws.stub().reset();
    Hammer alone = storedIn(aws, "alone.db");
    Json report = alone.run("scan", "-o", "json").exits(0).json();
    assertThat(report.list("processes")).hasSize(1);
    assertThat(report.number("coverage.units")).isEqualTo(units);
    return Issues.withHistoryOf(alone).substance();
  }

  /** All calls but those by which a process enters an account. */
  private static Map<String, Long> readings(MotoAws aws) {
    var readings = new TreeMap<>(aws.stub().calls().countsByOperation());
    readings
        .keySet()
        .removeIf(name -> name.startsWith("sts:") || name.endsWith(":DescribeRegions"));
    return readings;
  }

  private static void holdReadings(MotoAws aws, Hold hold) {
    for (String service : List.of("cloudtrail", "iam", "rds", "s3", "sqs")) {
      aws.stub().scripts().answer(CallPattern.of(service, "*"), hold);
    }
    for (String kind : List.of("SecurityGroups", "Volumes", "Snapshots", "Images")) {
      aws.stub().scripts().answer(CallPattern.of("ec2", "Describe" + kind), hold);
    }
  }

  private void tellsOfTheWhole(Outcome outcome, int issues) {
    Json report = outcome.json();
    assertThat(report.text("scan.outcome")).isEqualTo("complete");
    assertThat(report.decimal("coverage.percent")).isEqualTo(100.0);
    assertThat(report.number("coverage.units")).isEqualTo(units);
    assertThat(report.list("items")).hasSize(issues);
    assertThat(units(outcome).stream().mapToLong(Long::longValue).sum()).isEqualTo(units);
    assertThat(report.list("processes").getFirst().flag("own")).isTrue();
  }

  private static List<Long> units(Outcome outcome) {
    return outcome.json().list("processes").stream().map(it -> it.number("units")).toList();
  }

  private StoreFile file() {
    return new StoreFile(home.resolve(STORE));
  }

  private Hammer storedIn(MotoAws aws, String store) {
    return Hammer.in(home, aws.environment()).with("HAMMER_STORE", "sqlite:" + store);
  }
}
