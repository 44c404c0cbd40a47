package dev.hammer.checks.rds;

import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Tags;
import java.util.List;
import java.util.Map;

/** A snapshot of a database to be judged: plain and private until a test says else. */
record SnapshotSample(Family family, String engine, boolean isEncrypted, List<String> restore) {
  static SnapshotSample ofInstance() {
    return new SnapshotSample(Family.INSTANCE, "postgres", false, List.of());
  }

  static SnapshotSample ofCluster(String engine) {
    return new SnapshotSample(Family.CLUSTER, engine, false, List.of());
  }

  SnapshotSample encrypted() {
    return new SnapshotSample(family, engine, true, restore);
  }

  SnapshotSample restorableBy(String... who) {
    return new SnapshotSample(family, engine, isEncrypted, List.of(who));
  }

  DatabaseSnapshot read() {
    return with(Facets.readable());
  }

  DatabaseSnapshot with(Facets facets) {
    boolean isInstance = family == Family.INSTANCE;
    String arn =
        "arn:aws:rds:eu-west-1:111111111111:" + (isInstance ? "" : "cluster-") + "snapshot:july";
    return new DatabaseSnapshot(
        Rds.ref(TestScope.in("eu-west-1"), DatabaseSnapshot.RESOURCE_TYPE, family, arn, "july"),
        TestScope.NOW,
        new DatabaseSnapshot.Listed(
            family,
            "orders",
            engine,
            isEncrypted,
            Facet.known("tags", Tags.of(Map.of("owner", "ann")), Tags::toValue)),
        facets.of(
            "restorers",
            List.of(isInstance ? RdsCalls.ATTRIBUTES : RdsCalls.CLUSTER_ATTRIBUTES),
            Restorers.of(restore),
            Restorers::toValue));
  }
}
