package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;

/** Seeds the databases of a region, each with one manual snapshot. */
final class DatabaseSeeds {
  private final RdsClient rds;
  private final String region;
  private final Truth truth;

  DatabaseSeeds(RdsClient rds, String region, Truth truth) {
    this.rds = rds;
    this.region = region;
    this.truth = truth;
  }

  List<Runnable> of(List<DatabaseKind> databases) {
    List<Runnable> errands = new ArrayList<>();
    for (int i = 0; i < databases.size(); i++) {
      DatabaseKind kind = databases.get(i);
      String name = "database-" + (i + 1);
      errands.add(() -> plant(kind, name));
    }
    return errands;
  }

  private void plant(DatabaseKind kind, String name) {
    String snapshot = name + "-kept";
    String arn = kind.isCluster() ? cluster(kind, name) : instance(kind, name);
    String snapshotArn =
        kind.isCluster() ? clusterSnapshot(name, snapshot) : snapshot(name, snapshot);
    if (!kind.isEncrypted()) {
      truth.add(Truth.PLAIN_DATABASE, region, arn);
    }
    switch (kind.snapshot()) {
      case OURS -> {}
      case WITH_ONE_ACCOUNT -> restorableBy(kind, snapshot, Seeds.STRANGER);
      case WITH_ALL -> {
        restorableBy(kind, snapshot, "all");
        truth.add(Truth.PUBLIC_DATABASE_SNAPSHOT, region, snapshotArn);
      }
    }
  }

  private String instance(DatabaseKind kind, String name) {
    return rds.createDBInstance(
            it ->
                it.dbInstanceIdentifier(name)
                    .dbInstanceClass("db.m7g.large")
                    .engine("postgres")
                    .allocatedStorage(100)
                    .masterUsername("acme")
                    .masterUserPassword("not-a-secret")
                    .storageEncrypted(kind.isEncrypted()))
        .dbInstance()
        .dbInstanceArn();
  }

  private String cluster(DatabaseKind kind, String name) {
    return rds.createDBCluster(
            it ->
                it.dbClusterIdentifier(name)
                    .engine("aurora-postgresql")
                    .masterUsername("acme")
                    .masterUserPassword("not-a-secret")
                    .storageEncrypted(kind.isEncrypted()))
        .dbCluster()
        .dbClusterArn();
  }

  private String snapshot(String database, String name) {
    return rds.createDBSnapshot(it -> it.dbInstanceIdentifier(database).dbSnapshotIdentifier(name))
        .dbSnapshot()
        .dbSnapshotArn();
  }

  private String clusterSnapshot(String cluster, String name) {
    return rds.createDBClusterSnapshot(
            it -> it.dbClusterIdentifier(cluster).dbClusterSnapshotIdentifier(name))
        .dbClusterSnapshot()
        .dbClusterSnapshotArn();
  }

  private void restorableBy(DatabaseKind kind, String snapshot, String who) {
    if (kind.isCluster()) {
      rds.modifyDBClusterSnapshotAttribute(
          it -> it.dbClusterSnapshotIdentifier(snapshot).attributeName("restore").valuesToAdd(who));
    } else {
      rds.modifyDBSnapshotAttribute(
          it -> it.dbSnapshotIdentifier(snapshot).attributeName("restore").valuesToAdd(who));
    }
  }
}
