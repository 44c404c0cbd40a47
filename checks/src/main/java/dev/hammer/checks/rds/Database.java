package dev.hammer.checks.rds;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A database instance or a cluster of them; the listing brings everything. */
public final class Database implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::RDS::DBInstance";
  static final String CLUSTER_TYPE = "AWS::RDS::DBCluster";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final Facet<Tags> tags;

  /**
   * What the listing brings.
   *
   * @param cluster the cluster that an instance is a member of, if it is
   */
  record Listed(Family family, String engine, boolean isEncrypted, Optional<String> cluster) {}

  Database(ResourceRef ref, Instant readAt, Listed listed, Facet<Tags> tags) {
    this.ref = ref;
    this.readAt = readAt;
    this.listed = listed;
    this.tags = tags;
  }

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  Family family() {
    return listed.family();
  }

  String engine() {
    return listed.engine();
  }

  boolean isEncrypted() {
    return listed.isEncrypted();
  }

  Optional<String> cluster() {
    return listed.cluster();
  }

  @Override
  public Facet<Tags> tags() {
    return tags;
  }

  @Override
  public Value.Fields listed() {
    return details().put("encrypted", isEncrypted()).put("cluster", Value.text(cluster())).build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(tags);
  }

  /** ARN, name, region and engine. */
  Value.Builder details() {
    return Value.fields()
        .put("id", ref.id())
        .put("name", Value.text(ref.name()))
        .put("region", ref.region().name())
        .put("engine", engine())
        .put("kind", family().word());
  }
}
