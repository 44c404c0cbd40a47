package dev.hammer.checks.rds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.RdsException;

/** RDS with databases and snapshots, one per page, that fails where it is told to. */
final class FakeRds implements RdsClient {
  private final List<DBInstance> instances = new ArrayList<>();
  private final List<DBCluster> clusters = new ArrayList<>();
  private final List<DBSnapshot> snapshots = new ArrayList<>();
  private final List<DBClusterSnapshot> clusterSnapshots = new ArrayList<>();
  private final Map<String, List<String>> restorers = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  FakeRds instance(DBInstance.Builder instance, String id) {
    instances.add(instance.dbInstanceIdentifier(id).dbInstanceArn(arn("db", id)).build());
    return this;
  }

  FakeRds cluster(DBCluster.Builder cluster, String id) {
    clusters.add(cluster.dbClusterIdentifier(id).dbClusterArn(arn("cluster", id)).build());
    return this;
  }

  FakeRds snapshot(DBSnapshot.Builder snapshot, String id, String... who) {
    snapshots.add(
        snapshot
            .dbSnapshotIdentifier(id)
            .dbSnapshotArn(arn("snapshot", id))
            .dbInstanceIdentifier("db")
            .engine("mysql")
            .build());
    restorers.put("snapshot " + id, List.of(who));
    return this;
  }

  FakeRds clusterSnapshot(DBClusterSnapshot.Builder snapshot, String id, String... who) {
    clusterSnapshots.add(
        snapshot
            .dbClusterSnapshotIdentifier(id)
            .dbClusterSnapshotArn(arn("cluster-snapshot", id))
            .dbClusterIdentifier("shop")
            .engine("docdb")
            .build());
    restorers.put("cluster-snapshot " + id, List.of(who));
    return this;
  }

  FakeRds failing(String operation, String code) {
    failures.put(operation, code);
    return this;
  }

  /** Each operation with its marker or the name it was asked for. */
  List<String> calls() {
    return calls;
  }

  static String arn(String kind, String id) {
    return "arn:aws:rds:eu-west-1:111111111111:" + kind + ":" + id;
  }

  @Override
  public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
    Asked<DBInstance> asked =
        ask(
            "DescribeDBInstances",
            instances,
            request.dbInstanceIdentifier(),
            request.marker(),
            request.maxRecords());
    List<DBInstance> page = asked.pageOf(DBInstance::dbInstanceIdentifier, "DBInstanceNotFound");
    return DescribeDbInstancesResponse.builder().dbInstances(page).marker(asked.next()).build();
  }

  @Override
  public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
    Asked<DBCluster> asked =
        ask(
            "DescribeDBClusters",
            clusters,
            request.dbClusterIdentifier(),
            request.marker(),
            request.maxRecords());
    List<DBCluster> page = asked.pageOf(DBCluster::dbClusterIdentifier, "DBClusterNotFoundFault");
    return DescribeDbClustersResponse.builder().dbClusters(page).marker(asked.next()).build();
  }

  @Override
  public DescribeDbSnapshotsResponse describeDBSnapshots(DescribeDbSnapshotsRequest request) {
    expectManual(request.snapshotType());
    Asked<DBSnapshot> asked =
        ask(
            "DescribeDBSnapshots",
            snapshots,
            request.dbSnapshotIdentifier(),
            request.marker(),
            request.maxRecords());
    List<DBSnapshot> page = asked.pageOf(DBSnapshot::dbSnapshotIdentifier, "DBSnapshotNotFound");
    return DescribeDbSnapshotsResponse.builder().dbSnapshots(page).marker(asked.next()).build();
  }

  @Override
  public DescribeDbClusterSnapshotsResponse describeDBClusterSnapshots(
      DescribeDbClusterSnapshotsRequest request) {
    expectManual(request.snapshotType());
    Asked<DBClusterSnapshot> asked =
        ask(
            "DescribeDBClusterSnapshots",
            clusterSnapshots,
            request.dbClusterSnapshotIdentifier(),
            request.marker(),
            request.maxRecords());
    List<DBClusterSnapshot> page =
        asked.pageOf(
            DBClusterSnapshot::dbClusterSnapshotIdentifier, "DBClusterSnapshotNotFoundFault");
    return DescribeDbClusterSnapshotsResponse.builder()
        .dbClusterSnapshots(page)
        .marker(asked.next())
        .build();
  }

  @Override
  public DescribeDbSnapshotAttributesResponse describeDBSnapshotAttributes(
      DescribeDbSnapshotAttributesRequest request) {
    called("DescribeDBSnapshotAttributes", request.dbSnapshotIdentifier());
    DBSnapshotAttribute other =
        DBSnapshotAttribute.builder().attributeName("other").attributeValues("all").build();
    DBSnapshotAttribute restore =
        DBSnapshotAttribute.builder()
            .attributeName("restore")
            .attributeValues(restorersOf("snapshot " + request.dbSnapshotIdentifier()))
            .build();
    return DescribeDbSnapshotAttributesResponse.builder()
        .dbSnapshotAttributesResult(it -> it.dbSnapshotAttributes(other, restore))
        .build();
  }

  @Override
  public DescribeDbClusterSnapshotAttributesResponse describeDBClusterSnapshotAttributes(
      DescribeDbClusterSnapshotAttributesRequest request) {
    called("DescribeDBClusterSnapshotAttributes", request.dbClusterSnapshotIdentifier());
    DBClusterSnapshotAttribute restore =
        DBClusterSnapshotAttribute.builder()
            .attributeName("restore")
            .attributeValues(
                restorersOf("cluster-snapshot " + request.dbClusterSnapshotIdentifier()))
            .build();
    return DescribeDbClusterSnapshotAttributesResponse.builder()
        .dbClusterSnapshotAttributesResult(it -> it.dbClusterSnapshotAttributes(restore))
        .build();
  }

  @Override
  public String serviceName() {
    return "rds";
  }

  @Override
  public void close() {}

  private List<String> restorersOf(String snapshot) {
    return Optional.ofNullable(restorers.get(snapshot)).orElseThrow();
  }

  private void called(String operation, String what) {
    calls.add(operation + " " + what);
    String code = failures.get(operation);
    if (code != null) {
      throw failure(code);
    }
  }

  private <T> Asked<T> ask(
      String operation,
      List<T> all,
      @Nullable String id,
      @Nullable String marker,
      @Nullable Integer size) {
    Optional<String> wanted = Optional.ofNullable(id);
    Optional<String> from = Optional.ofNullable(marker);
    called(operation, wanted.or(() -> from).orElse("0"));
    if (wanted.isEmpty() && !Integer.valueOf(100).equals(size)) {
      throw new AssertionError("asked for pages of " + size);
    }
    return new Asked<>(all, wanted, from.map(Integer::valueOf).orElse(0));
  }

  private static void expectManual(String type) {
    if (!type.equals("manual")) {
      throw new AssertionError("asked for " + type + " snapshots");
    }
  }

  private static RdsException failure(String code) {
    return (RdsException)
        RdsException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .statusCode(code.equals("AccessDenied") ? 403 : 404)
            .build();
  }

  /** One question for a page, or for one of a name. */
  private record Asked<T>(List<T> all, Optional<String> id, int from) {
    List<T> pageOf(Function<T, String> idOf, String absent) {
      if (id.isEmpty()) {
        return all.subList(from, Math.min(from + 1, all.size()));
      }
      List<T> found = all.stream().filter(it -> idOf.apply(it).equals(id.get())).toList();
      if (found.isEmpty()) {
        throw failure(absent);
      }
      return found;
    }

    @Nullable String next() {
      return id.isEmpty() && from + 1 < all.size() ? Integer.toString(from + 1) : null;
    }
  }
}
