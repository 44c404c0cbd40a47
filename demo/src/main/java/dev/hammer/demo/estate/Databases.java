package dev.hammer.demo.estate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;

/** The databases of one place and their snapshots. */
final class Databases {
  private final Place place;
  private final RdsClient rds;

  Databases(Place place) {
    this.place = place;
    this.rds = place.clients().rds(place.region());
  }

  List<Runnable> errands() {
    var errands = new ArrayList<Runnable>();
    errands.add(() -> sound("inventory", Team.PLATFORM, "postgres"));
    if (place.is("prod", Regions.EU)) {
      errands.add(() -> sound("ledger", Team.PAYMENTS, "postgres"));
      errands.add(() -> cluster("orders", Team.SHOP, true));
      errands.add(this::reporting);
      errands.add(this::sharedWithDevelopment);
    } else if (place.is("prod", Regions.US)) {
      errands.add(() -> sound("ledger-replica", Team.PAYMENTS, "postgres"));
      errands.add(() -> sound("search", Team.SHOP, "mysql"));
    } else if (place.is("dev", Regions.EU)) {
      errands.add(() -> cluster("orders-test", Team.SHOP, true));
    } else if (place.is("dev", Regions.US)) {
      errands.add(this::experiments);
    }
    return errands;
  }

  private void sound(String name, Team team, String engine) {
    instance(name, team, engine, true);
    snapshot(name, name + "-before-upgrade", team);
  }

  private void sharedWithDevelopment() {
    instance("catalogue", Team.SHOP, "postgres", true);
    snapshot("catalogue", "catalogue-for-dev", Team.SHOP);
    restorableBy("catalogue-for-dev", Company.DEV.id());
  }

  /** Plain, and its snapshot was given to everybody. */
  private void reporting() {
    place.fault("rds_encryption", instance("reporting", Team.DATA, "mysql", false));
    place.fault("rds_public_snapshot", snapshot("reporting", "reporting-handover", Team.DATA));
    restorableBy("reporting-handover", "all");
  }

  /** The same as a cluster, which AWS keeps in calls of their own. */
  private void experiments() {
    place.fault("rds_encryption", cluster("experiments", Team.DATA, false));
    var snapshot =
        rds.createDBClusterSnapshot(
                it ->
                    it.dbClusterIdentifier("experiments")
                        .dbClusterSnapshotIdentifier("experiments-for-university")
                        .tags(tags(Team.DATA)))
            .dbClusterSnapshot()
            .dbClusterSnapshotArn();
    rds.modifyDBClusterSnapshotAttribute(
        it ->
            it.dbClusterSnapshotIdentifier("experiments-for-university")
                .attributeName("restore")
                .valuesToAdd("all"));
    place.fault("rds_public_snapshot", snapshot);
  }

  private String instance(String name, Team team, String engine, boolean encrypted) {
    return rds.createDBInstance(
            it ->
                it.dbInstanceIdentifier(name)
                    .dbInstanceClass("db.m7g.large")
                    .engine(engine)
                    .allocatedStorage(100)
                    .masterUsername("acme")
                    .masterUserPassword("not-a-secret")
                    .storageEncrypted(encrypted)
                    .publiclyAccessible(false)
                    .tags(tags(team)))
        .dbInstance()
        .dbInstanceArn();
  }

  private String cluster(String name, Team team, boolean encrypted) {
    return rds.createDBCluster(
            it ->
                it.dbClusterIdentifier(name)
                    .engine("aurora-postgresql")
                    .masterUsername("acme")
                    .masterUserPassword("not-a-secret")
                    .storageEncrypted(encrypted)
                    .tags(tags(team)))
        .dbCluster()
        .dbClusterArn();
  }

  private String snapshot(String database, String name, Team team) {
    return rds.createDBSnapshot(
            it -> it.dbInstanceIdentifier(database).dbSnapshotIdentifier(name).tags(tags(team)))
        .dbSnapshot()
        .dbSnapshotArn();
  }

  private void restorableBy(String snapshot, String who) {
    rds.modifyDBSnapshotAttribute(
        it -> it.dbSnapshotIdentifier(snapshot).attributeName("restore").valuesToAdd(who));
  }

  private static List<Tag> tags(Team team) {
    return team.tags().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
