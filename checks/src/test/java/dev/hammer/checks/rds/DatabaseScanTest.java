package dev.hammer.checks.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Look;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;

/** The checks of databases against the emulator, through the product's own connection. */
@MotoTest
class DatabaseScanTest {
  private static final String MEMBER = "222222222222";
  private static final String EU = "eu-west-1";
  private static final String US = "us-east-1";
  private static final Tag OWNER = Tag.builder().key("owner").value("ann").build();

  private final MotoAws aws;

  DatabaseScanTest(MotoAws aws) {
    this.aws = aws;
  }

  @Test
  void everyFaultIsFoundAndNothingElse() {
    Seed mainEu = new Seed(MotoAws.MAIN, EU).healthy();
    mainEu.instance("reporting", false);
    mainEu.snapshot("reporting", "shared", "all", MEMBER);
    Seed mainUs = new Seed(MotoAws.MAIN, US).healthy();
    mainUs.cluster("reporting", "aurora-mysql", false);
    mainUs.clusterSnapshot("reporting", "shared", "all");
    new Seed(MEMBER, EU).healthy().cluster("reporting", "neptune", false);
    new Seed(MEMBER, US).healthy();

    assertThat(violations(MotoAws.MAIN, EU))
        .isEqualTo(
            Map.of(
                "rds_encryption " + mainEu.arn("db", "reporting"), "medium",
                "rds_public_snapshot " + mainEu.arn("snapshot", "shared"), "critical"));
    assertThat(violations(MotoAws.MAIN, US))
        .isEqualTo(
            Map.of(
                "rds_encryption " + mainUs.arn("cluster", "reporting"), "medium",
                "rds_public_snapshot " + mainUs.arn("cluster-snapshot", "shared"), "critical"));
    assertThat(violations(MEMBER, EU))
        .isEqualTo(
            Map.of(
                "rds_encryption arn:aws:rds:eu-west-1:222222222222:cluster:reporting", "medium"));
    assertThat(violations(MEMBER, US)).isEmpty();
  }

  @Test
  void onlyPlainSnapshotsAreAskedAndTagsCostNothing() {
    Seed seed = new Seed(MotoAws.MAIN, EU).healthy();
    seed.instance("reporting", false);
    seed.snapshot("reporting", "shared", "all");

    List<Look> looks = look(MotoAws.MAIN, EU);

    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of(
                "rds:DescribeDBInstances", 1L,
                "rds:DescribeDBClusters", 1L,
                "rds:DescribeDBSnapshots", 1L,
                "rds:DescribeDBClusterSnapshots", 1L,
                "rds:DescribeDBSnapshotAttributes", 1L));
    assertThat(looks)
        .allSatisfy(
            look ->
                assertThat(look.violations())
                    .extracting(it -> it.tags())
                    .containsExactly(Tags.of(Map.of("owner", "ann"))));
  }

  @Test
  void pagesOfTwoTellTheSameAsOnePage() {
    Seed seed = new Seed(MotoAws.MAIN, EU);
    for (int i = 0; i < 5; i++) {
      seed.instance("db-" + i, i % 2 == 0);
      seed.cluster("cluster-" + i, "aurora-mysql", i % 2 == 0);
      seed.snapshot("db-" + i, "shot-" + i, MEMBER);
      seed.clusterSnapshot("cluster-" + i, "shot-" + i, MEMBER);
    }

    SortedMap<String, Value> whole = readAll();
    aws.stub().page(Paging.of(2).withEmptyFirst());
    SortedMap<String, Value> paged = readAll();

    assertThat(paged).hasSize(20).isEqualTo(whole);
    assertThat(aws.stub().calls().pagedOperations())
        .containsExactlyInAnyOrder(
            "rds:DescribeDBInstances",
            "rds:DescribeDBClusters",
            "rds:DescribeDBSnapshots",
            "rds:DescribeDBClusterSnapshots");
  }

  @Test
  void aDeniedFamilyIsAGapAndTheOtherIsJudged() {
    Seed seed = new Seed(MotoAws.MAIN, EU);
    seed.instance("reporting", false);
    seed.cluster("reporting", "aurora-mysql", false);
    aws.stub().faults().add(Fault.always("rds", "DescribeDBClusters", FaultAnswer.denied()));

    Look look =
        look(MotoAws.MAIN, EU).stream()
            .filter(it -> it.slice().check().equals("rds_encryption"))
            .findFirst()
            .orElseThrow();

    assertThat(((ListingEnd.Partial) look.end()).gaps())
        .extracting(ListingEnd.Gap::parent)
        .containsExactly("clusters");
    assertThat(look.violations())
        .extracting(it -> it.ref().id())
        .containsExactly(seed.arn("db", "reporting"));
  }

  @Test
  void whatIsGoneIsNotFoundAndNotUnknown() {
    Seed seed = new Seed(MotoAws.MAIN, EU).healthy();

    MotoScan.once(
        scan -> {
          var there = scan.scope(MotoAws.MAIN, EU);
          var snapshots = new DatabaseSnapshotReader(there, Rds.client(there));
          var databases = new DatabaseReader(there, Rds.client(there));
          assertThat(snapshots.find(seed.arn("snapshot", "ledger-july"))).isPresent();
          assertThat(snapshots.find("gone")).isEmpty();
          assertThat(databases.find("ledger")).isPresent();
          assertThat(databases.find("shop")).isPresent();
          assertThat(databases.find("gone")).isEmpty();
          return there;
        });
  }

  private static SortedMap<String, String> violations(String account, String region) {
    return MotoScan.violations(look(account, region));
  }

  private static List<Look> look(String account, String region) {
    return MotoScan.once(scan -> scan.look(account, region, "rds", CheckContext.DEFAULTS));
  }

  private static SortedMap<String, Value> readAll() {
    SortedMap<String, Value> all = new TreeMap<>(readAll(DatabaseReader.TYPE));
    all.putAll(readAll(DatabaseSnapshotReader.TYPE));
    return all;
  }

  private static <S extends Snapshot> SortedMap<String, Value> readAll(ReaderType<S> type) {
    return MotoScan.once(scan -> MotoScan.readAll(type, scan.scope(MotoAws.MAIN, EU)));
  }

  /** Puts databases into one account and region. */
  private final class Seed {
    private final String account;
    private final String region;
    private final RdsClient rds;

    Seed(String account, String region) {
      this.account = account;
      this.region = region;
      this.rds = aws.in(account, region).rds();
    }

    String arn(String kind, String id) {
      return "arn:aws:rds:" + region + ":" + account + ":" + kind + ":" + id;
    }

    /** An encrypted instance and cluster, with encrypted snapshots. */
    Seed healthy() {
      instance("ledger", true);
      snapshot("ledger", "ledger-july");
      cluster("shop", "aurora-postgresql", true);
      clusterSnapshot("shop", "shop-july");
      return this;
    }

    void instance(String id, boolean encrypted) {
      rds.createDBInstance(
          it ->
              it.dbInstanceIdentifier(id)
                  .dbInstanceClass("db.m7g.large")
                  .engine("postgres")
                  .allocatedStorage(20)
                  .masterUsername("admin1")
                  .masterUserPassword("not-a-secret")
                  .storageEncrypted(encrypted)
                  .tags(OWNER));
    }

    void cluster(String id, String engine, boolean encrypted) {
      rds.createDBCluster(
          it ->
              it.dbClusterIdentifier(id)
                  .engine(engine)
                  .masterUsername("admin1")
                  .masterUserPassword("not-a-secret")
                  .storageEncrypted(encrypted)
                  .tags(OWNER));
    }

    void snapshot(String database, String id, String... who) {
      rds.createDBSnapshot(
          it -> it.dbInstanceIdentifier(database).dbSnapshotIdentifier(id).tags(OWNER));
      if (who.length > 0) {
        rds.modifyDBSnapshotAttribute(
            it -> it.dbSnapshotIdentifier(id).attributeName("restore").valuesToAdd(who));
      }
    }

    void clusterSnapshot(String cluster, String id, String... who) {
      rds.createDBClusterSnapshot(
          it -> it.dbClusterIdentifier(cluster).dbClusterSnapshotIdentifier(id).tags(OWNER));
      if (who.length > 0) {
        rds.modifyDBClusterSnapshotAttribute(
            it -> it.dbClusterSnapshotIdentifier(id).attributeName("restore").valuesToAdd(who));
      }
    }
  }
}
