package dev.hammer.checks.rds;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** Tries the calls that tell about databases and their snapshots. */
public final class RdsProbes {
  public static final ServiceProbes ALL = new ServiceProbes("rds", Scope.REGIONAL, RdsProbes::in);

  /** The least that the Describe calls accept. */
  private static final int FEW = 20;

  private static final String MANUAL = "manual";
  private static final String MADE_UP = "hammer-doctor-probe";

  private RdsProbes() {}

  private static List<Probe> in(Prober prober) {
    RdsClient rds = Rds.client(prober.scope());
    Sample<String> snapshots =
        prober.sample(
            RdsCalls.SNAPSHOTS,
            () ->
                rds
                    .describeDBSnapshots(r -> r.snapshotType(MANUAL).maxRecords(FEW))
                    .dbSnapshots()
                    .stream()
                    .map(DBSnapshot::dbSnapshotIdentifier)
                    .toList());
    Sample<String> clusterSnapshots =
        prober.sample(
            RdsCalls.CLUSTER_SNAPSHOTS,
            () ->
                rds
                    .describeDBClusterSnapshots(r -> r.snapshotType(MANUAL).maxRecords(FEW))
                    .dbClusterSnapshots()
                    .stream()
                    .map(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                    .toList());
    return List.of(
        prober.probe(RdsCalls.INSTANCES, () -> rds.describeDBInstances(r -> r.maxRecords(FEW))),
        prober.probe(RdsCalls.CLUSTERS, () -> rds.describeDBClusters(r -> r.maxRecords(FEW))),
        prober.probe(RdsCalls.SNAPSHOTS, snapshots),
        prober.probe(RdsCalls.CLUSTER_SNAPSHOTS, clusterSnapshots),
        prober.probe(
            RdsCalls.ATTRIBUTES,
            snapshots,
            MADE_UP,
            id -> rds.describeDBSnapshotAttributes(r -> r.dbSnapshotIdentifier(id))),
        prober.probe(
            RdsCalls.CLUSTER_ATTRIBUTES,
            clusterSnapshots,
            MADE_UP,
            id -> rds.describeDBClusterSnapshotAttributes(r -> r.dbClusterSnapshotIdentifier(id))));
  }
}
