package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.BadNetwork;
import dev.hammer.testing.DynamoProcess;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/** Issues that are kept in DynamoDB live as those in a file do, and the predecessor's go on. */
@MotoTest
class TablesTest {
  private static final String ACL = "s3_bucket_acl";
  private static final String GROUP = "secgrp_unrestricted_access";
  private static final String[] SCAN = {"scan", "--region", Estate.EU};
  private static final String QUEUE =
      "https://eu-west-1.queue.amazonaws.com/" + MotoAws.MAIN + "/orders";
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";
  private static final int KILLED = 137;
  private static final int FATAL_WRITE = 12;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static DynamoProcess dynamo;

  @TempDir private Path home;

  @BeforeAll
  static void start() {
    dynamo = DynamoProcess.start("512m");
  }

  @AfterAll
  static void end() {
    dynamo.close();
  }

  @Test
  void issuesLiveInTables(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.publicBucket("press-kit");
    estate.publicBucket("downloads");
    String mended = estate.openGroup("mended");
    Hammer hammer = storedIn(aws, "dynamodb:live-");
    Tables tables = Tables.at(dynamo.endpoint());

    hammer.run(SCAN).exits(2).says("live-s3-public-bucket-acl", "live-state", "--create-tables");
    hammer.run("scan", "--region", Estate.EU, "--create-tables").exits(0);
    Issues first = Issues.withHistoryOf(hammer);
    assertThat(first.status(ACL, "press-kit")).isEqualTo("open");
    assertThat(first.events(GROUP, mended)).containsExactly("found");

    var written = tables.items("live-s3-public-bucket-acl");
    hammer.run(SCAN).exits(0);
    assertThat(tables.items("live-s3-public-bucket-acl")).isEqualTo(written).hasSize(2);
    assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(first.substance());

    hammer
        .run("whitelist", "add", ACL, "downloads", "--reason", "web site", "--owner", "lea")
        .exits(0);
    estate.acl("press-kit", BucketCannedACL.PRIVATE);
    estate.close(mended, 22);
    hammer.run(SCAN).exits(0);
    estate.open(mended, 22);
    hammer.run(SCAN).exits(0);
    Issues last = Issues.withHistoryOf(hammer);
    assertThat(last.events(ACL, "press-kit")).containsExactly("found", "resolved");
    assertThat(last.events(ACL, "downloads")).containsExactly("found", "whitelisted");
    assertThat(last.events(GROUP, mended)).containsExactly("found", "resolved", "back");
    assertThat(last.ref(GROUP, mended)).isEqualTo(first.ref(GROUP, mended));

    assertThat(hammer.run("history", last.ref(GROUP, mended)).exits(0).out()).contains("back");
    assertThat(hammer.run("diff").exits(0).out()).contains(mended);
    hammer.run("store", "check").exits(0);
    hammer.run("store", "export", "--to", "all.jsonl").exits(0);
    Hammer file = storedIn(aws, "sqlite:copy.db");
    file.run("store", "import", "all.jsonl").exits(0);
    assertThat(Issues.withHistoryOf(file).substance()).isEqualTo(last.substance());
  }

  @Test
  void thePredecessorsIssuesGoOnInItsTables(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.publicBucket("press-kit");
    estate.openQueue("orders");
    Tables tables = predecessor("own-");
    Hammer hammer = storedIn(aws, "dynamodb:own-");

    hammer.run("import", "--tables", "own-", "--dry-run").exits(2).says("--create-tables");
    hammer.run("import", "--tables", "own-", "--create-tables").exits(5).says("--yes");
    assertThat(tables.items("own-s3-public-bucket-acl").get(MotoAws.MAIN + "/press-kit"))
        .isEqualTo(Tables.goldenItem("bucket.json").value());
    hammer
        .run("import", "--tables", "own-", "--create-tables", "--yes")
        .exits(0)
        .says("Took 4 issues over", "tempwhitelist", "timestamps is missing");
    itemWithoutTimesIsShownWithoutAge(hammer);
    assertThat(itsPart(tables, "own-s3-public-bucket-acl", "press-kit"))
        .hasToString(Tables.goldenItem("bucket.json").toString());
    hammer.run("import", "--tables", "own-", "--yes").exits(0).says("Nothing to take over");

    goesOn(hammer);
    assertThat(itsPart(tables, "own-s3-public-bucket-acl", "press-kit"))
        .hasToString(Tables.goldenItem("bucket-scanned.json").toString());
    assertThat(itsPart(tables, "own-s3-public-bucket-acl", "gone"))
        .hasToString(Tables.goldenItem("gone-bucket-scanned.json").toString());
  }

  /** Of an unknown status, too: kept and shown, never dropped, and not as old as 1970. */
  private static void itemWithoutTimesIsShownWithoutAge(Hammer hammer) {
    Issues taken = Issues.withHistoryOf(hammer, "is:unknown");
    Json issue = taken.issue("cloudtrails", "us-east-1");
    assertThat(issue.text("status")).isEqualTo("unknown");
    assertThat(issue.isNull("timestamps.identified")).isTrue();
    String[] all = {"issues", "is:unknown,open,resolved,closed", "--sort", "age"};
    assertThat(hammer.run(all).exits(0).out().lines().toList().getLast())
        .contains("cloudtrails", "unknown")
        .doesNotContain("1970");
    assertThat(hammer.run("issues", "is:unknown", "age:>1d", "-o", "id").exits(0).out()).isEmpty();
    assertThat(hammer.run("show", taken.ref("cloudtrails", "us-east-1")).exits(0).out())
        .contains("status unknown")
        .doesNotContain("1970");
  }

  @Test
  void thePredecessorsIssuesGoOnInAFile(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.publicBucket("press-kit");
    estate.openQueue("orders");
    Tables tables = predecessor("old-");
    Hammer hammer = storedIn(aws, "sqlite:new.db");

    Json counted = hammer.json("import", "--tables", "old-", "--dry-run");
    assertThat(counted.flag("done")).isFalse();
    assertThat(hammer.files()).doesNotContain("new.db");
    hammer.run("import", "--tables", "old-", "--yes").exits(0).says("Took 4 issues over");
    hammer.run("import", "--tables", "old-", "--yes").exits(0).says("Nothing to take over");

    goesOn(hammer);
    assertThat(tables.items("old-s3-public-bucket-acl").get(MotoAws.MAIN + "/press-kit"))
        .isEqualTo(Tables.goldenItem("bucket.json").value());
  }

  /** The next scan knows what was taken over, and doubles none of it. */
  private static void goesOn(Hammer hammer) {
    Issues before = Issues.of(hammer);
    String ref = before.ref("sqs_public_access", QUEUE);
    hammer.run(SCAN).exits(0);
    Issues after = Issues.of(hammer);
    assertThat(after.ref("sqs_public_access", QUEUE)).isEqualTo(ref);
    assertThat(after.status("sqs_public_access", QUEUE)).isEqualTo("open");
    assertThat(after.status(ACL, "press-kit")).isEqualTo("open");
    assertThat(after.status(ACL, "gone")).isEqualTo("resolved");
    assertThat(after.in("open").stream().filter(name -> name.contains("orders"))).hasSize(1);
    assertThat(hammer.run("issues", "is:unknown", "-o", "id").exits(0).out()).hasLineCount(1);
    assertThat(hammer.json("show", after.ref(ACL, "press-kit")).toString())
        .contains("2018-03-26T15:58:46.123456Z", "SEC-7");
  }

  @Test
  void foreignTablesAreNamedAtOnceAndNothingIsDone(MotoAws aws) {
    Tables.at(dynamo.endpoint())
        .create("alien-s3-unencrypted", "id", "name")
        .create("alien-cloudtrails", "id", "name")
        .create("alien-s3-public-bucket-acl", "account_id", "issue_id")
        .put("alien-s3-public-bucket-acl", "bucket.json");
    Hammer hammer = storedIn(aws, "sqlite:alien.db");

    hammer
        .run("import", "--tables", "alien-", "--yes")
        .exits(2)
        .says("alien-s3-unencrypted", "alien-cloudtrails", "id (S) and name (S)");
    assertThat(hammer.files()).doesNotContain("alien.db");
    storedIn(aws, "dynamodb:alien-")
        .run("scan", "--create-tables")
        .exits(2)
        .says("alien-s3-unencrypted", "alien-cloudtrails");
    hammer.run("import", "--tables", "nobodys-", "--yes").exits(2).says("nobodys-");
  }

  @Test
  void killedOrThroughABadNetworkNothingIsLostOrDoubled(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).everythingThrice();
    Hammer undisturbed = storedIn(aws, "sqlite:truth.db");
    undisturbed.run(SCAN).exits(0);
    Map<String, String> truth = Issues.withHistoryOf(undisturbed).substance();
    try (BadNetwork network = BadNetwork.before(dynamo.endpoint())) {
      Hammer hammer = storedIn(aws, "dynamodb:net-").with(ENDPOINT, network.endpoint().toString());
      hammer.run("doctor", "--create-tables").exits(0);

      var scan = new CompletableFuture<Running>();
      network.fail(write -> killedAt(write, scan));
      Running killed = hammer.start(SCAN);
      scan.complete(killed);
      killed.await().exits(KILLED);
      assertThat(network.writes()).isGreaterThanOrEqualTo(FATAL_WRITE);
      network.fail(TablesTest::everyThirdIsDisturbed);
      hammer.run(SCAN).exits(0);
      assertThat(network.failed()).isGreaterThan(5);
      network.fail(_ -> BadNetwork.Fate.PASSES);
      assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(truth);
      hammer.run("store", "check").exits(0);
    }
  }

  /** In the middle: some of it is stored, and the answer is heard by nobody. */
  private static BadNetwork.Fate killedAt(int write, CompletableFuture<Running> scan) {
    if (write != FATAL_WRITE) {
      return BadNetwork.Fate.PASSES;
    }
    scan.join().kill();
    return BadNetwork.Fate.ANSWER_LOST;
  }

  private static BadNetwork.Fate everyThirdIsDisturbed(int write) {
    return switch (write % 9) {
      case 0 -> BadNetwork.Fate.ANSWER_LOST;
      case 6 -> BadNetwork.Fate.ANSWER_BROKEN_OFF;
      case 3 -> BadNetwork.Fate.THROTTLED;
      default -> BadNetwork.Fate.PASSES;
    };
  }

  /** The predecessor's tables with four items. */
  private static Tables predecessor(String prefix) {
    return Tables.at(dynamo.endpoint())
        .create(prefix + "s3-public-bucket-acl", "account_id", "issue_id")
        .put(prefix + "s3-public-bucket-acl", "bucket.json")
        .put(prefix + "s3-public-bucket-acl", "gone-bucket.json")
        .create(prefix + "sqs-public-access", "account_id", "issue_id")
        .put(prefix + "sqs-public-access", "queue.json")
        .create(prefix + "cloudtrails", "account_id", "issue_id")
        .put(prefix + "cloudtrails", "region.json");
  }

  private static Json itsPart(Tables tables, String table, String id) {
    var items = tables.items(table);
    assertThat(items).containsKey(MotoAws.MAIN + "/" + id);
    return Tables.itsPart(
        items.getOrDefault(MotoAws.MAIN + "/" + id, items.firstEntry().getValue()));
  }

  private Hammer storedIn(MotoAws aws, String store) {
    return Hammer.in(home, aws.environment())
        .with("HAMMER_STORE", store)
        .with(ENDPOINT, dynamo.endpoint().toString());
  }
}
