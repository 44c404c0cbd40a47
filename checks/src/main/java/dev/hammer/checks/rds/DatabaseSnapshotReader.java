package dev.hammer.checks.rds;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;

/**
 * Reads the own manual snapshots of a region, of instances and of clusters. Automated ones cannot
 * be shared. The list of public snapshots is no help: it holds those of every AWS account.
 */
final class DatabaseSnapshotReader implements Reader<DatabaseSnapshot> {
  static final ReaderType<DatabaseSnapshot> TYPE =
      new ReaderType<>(
          DatabaseSnapshot.RESOURCE_TYPE,
          "rds",
          Scope.REGIONAL,
          RdsCalls.SNAPSHOTS,
          (scope, _) -> new DatabaseSnapshotReader(scope, Rds.client(scope)));

  private static final Set<String> ABSENT =
      Set.of(
          "DBSnapshotNotFound",
          "DBSnapshotNotFoundFault",
          "DBClusterSnapshotNotFound",
          "DBClusterSnapshotNotFoundFault");
  private static final String MANUAL = "manual";
  private static final String RESTORE = "restore";

  private final AwsScope scope;
  private final RdsClient rds;

  DatabaseSnapshotReader(AwsScope scope, RdsClient rds) {
    this.scope = scope;
    this.rds = rds;
  }

  @Override
  public ListingEnd list(Consumer<? super DatabaseSnapshot> found) {
    return Family.listBoth(family -> eachOf(family, found));
  }

  @Override
  public Optional<DatabaseSnapshot> find(String name) {
    return Wanted.of(scope, name, DatabaseSnapshotReader::kind)
        .flatMap(wanted -> wanted.onlyOne(this::find));
  }

  /** How ARNs call them. */
  private static String kind(Family family) {
    return switch (family) {
      case INSTANCE -> "snapshot";
      case CLUSTER -> "cluster-snapshot";
    };
  }

  private void eachOf(Family family, Consumer<? super DatabaseSnapshot> found) {
    switch (family) {
      case INSTANCE -> scope.eachPage(RdsCalls.SNAPSHOTS, this::ofInstances, found);
      case CLUSTER -> scope.eachPage(RdsCalls.CLUSTER_SNAPSHOTS, this::ofClusters, found);
    }
  }

  private Page<DatabaseSnapshot> ofInstances(@Nullable String token) {
    Instant readAt = scope.now();
    DescribeDbSnapshotsResponse answer =
        rds.describeDBSnapshots(r -> r.snapshotType(MANUAL).maxRecords(Rds.PAGE).marker(token));
    return Page.of(
        answer.dbSnapshots().stream().map(it -> snapshot(it, readAt)).toList(), answer.marker());
  }

  private Page<DatabaseSnapshot> ofClusters(@Nullable String token) {
    Instant readAt = scope.now();
    DescribeDbClusterSnapshotsResponse answer =
        rds.describeDBClusterSnapshots(
            r -> r.snapshotType(MANUAL).maxRecords(Rds.PAGE).marker(token));
    return Page.of(
        answer.dbClusterSnapshots().stream().map(it -> snapshot(it, readAt)).toList(),
        answer.marker());
  }

  private Optional<DatabaseSnapshot> find(Family family, String id) {
    Instant readAt = scope.now();
    return switch (family) {
      case INSTANCE ->
          scope
              .askOptional(
                  RdsCalls.SNAPSHOTS,
                  ABSENT,
                  () ->
                      rds.describeDBSnapshots(r -> r.snapshotType(MANUAL).dbSnapshotIdentifier(id)))
              .flatMap(answer -> answer.dbSnapshots().stream().findFirst())
              .map(it -> snapshot(it, readAt));
      case CLUSTER ->
          scope
              .askOptional(
                  RdsCalls.CLUSTER_SNAPSHOTS,
                  ABSENT,
                  () ->
                      rds.describeDBClusterSnapshots(
                          r -> r.snapshotType(MANUAL).dbClusterSnapshotIdentifier(id)))
              .flatMap(answer -> answer.dbClusterSnapshots().stream().findFirst())
              .map(it -> snapshot(it, readAt));
    };
  }

  private DatabaseSnapshot snapshot(DBSnapshot snapshot, Instant readAt) {
    String id = snapshot.dbSnapshotIdentifier();
    ResourceRef ref =
        Rds.ref(
            scope, DatabaseSnapshot.RESOURCE_TYPE, Family.INSTANCE, snapshot.dbSnapshotArn(), id);
    DatabaseSnapshot.Listed listed =
        new DatabaseSnapshot.Listed(
            Family.INSTANCE,
            snapshot.dbInstanceIdentifier(),
            snapshot.engine(),
            Boolean.TRUE.equals(snapshot.encrypted()), // plain unless AWS says otherwise
            Rds.tags(snapshot.tagList()));
    return new DatabaseSnapshot(
        ref, readAt, listed, restorers(RdsCalls.ATTRIBUTES, () -> instanceRestorers(id)));
  }

  private DatabaseSnapshot snapshot(DBClusterSnapshot snapshot, Instant readAt) {
    String id = snapshot.dbClusterSnapshotIdentifier();
    ResourceRef ref =
        Rds.ref(
            scope,
            DatabaseSnapshot.CLUSTER_TYPE,
            Family.CLUSTER,
            snapshot.dbClusterSnapshotArn(),
            id);
    DatabaseSnapshot.Listed listed =
        new DatabaseSnapshot.Listed(
            Family.CLUSTER,
            snapshot.dbClusterIdentifier(),
            snapshot.engine(),
            Boolean.TRUE.equals(snapshot.storageEncrypted()), // plain unless AWS says otherwise
            Rds.tags(snapshot.tagList()));
    return new DatabaseSnapshot(
        ref, readAt, listed, restorers(RdsCalls.CLUSTER_ATTRIBUTES, () -> clusterRestorers(id)));
  }

  private Facet<Restorers> restorers(ApiCall call, Supplier<List<String>> values) {
    return Facet.of(
        "restorers",
        List.of(call),
        () -> Restorers.of(scope.ask(call, values)),
        Restorers::toValue);
  }

  private List<String> instanceRestorers(String id) {
    return rds
        .describeDBSnapshotAttributes(r -> r.dbSnapshotIdentifier(id))
        .dbSnapshotAttributesResult()
        .dbSnapshotAttributes()
        .stream()
        .filter(it -> RESTORE.equals(it.attributeName()))
        .map(DBSnapshotAttribute::attributeValues)
        .flatMap(List::stream)
        .toList();
  }

  private List<String> clusterRestorers(String id) {
    return rds
        .describeDBClusterSnapshotAttributes(r -> r.dbClusterSnapshotIdentifier(id))
        .dbClusterSnapshotAttributesResult()
        .dbClusterSnapshotAttributes()
        .stream()
        .filter(it -> RESTORE.equals(it.attributeName()))
        .map(DBClusterSnapshotAttribute::attributeValues)
        .flatMap(List::stream)
        .toList();
  }
}
