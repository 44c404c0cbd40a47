package dev.hammer.checks.rds;

import dev.hammer.core.reading.ApiCall;

/** The calls that tell about databases and their snapshots. */
final class RdsCalls {
  static final ApiCall INSTANCES = ApiCall.of("rds", "DescribeDBInstances");
  static final ApiCall CLUSTERS = ApiCall.of("rds", "DescribeDBClusters");
  static final ApiCall SNAPSHOTS = ApiCall.of("rds", "DescribeDBSnapshots");
  static final ApiCall CLUSTER_SNAPSHOTS = ApiCall.of("rds", "DescribeDBClusterSnapshots");
  static final ApiCall ATTRIBUTES = ApiCall.of("rds", "DescribeDBSnapshotAttributes");
  static final ApiCall CLUSTER_ATTRIBUTES =
      ApiCall.of("rds", "DescribeDBClusterSnapshotAttributes");

  private RdsCalls() {}
}
