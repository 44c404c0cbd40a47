package dev.hammer.checks.rds;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/** A snapshot that somebody made of a database instance or cluster, and who may restore it. */
public final class DatabaseSnapshot implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::RDS::DBSnapshot";
  static final String CLUSTER_TYPE = "AWS::RDS::DBClusterSnapshot";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final Facet<Restorers> restorers;

  /**
   * What the listing brings.
   *
   * @param database the instance or cluster it was made of
   */
  record Listed(
      Family family, String database, String engine, boolean isEncrypted, Facet<Tags> tags) {}

  DatabaseSnapshot(ResourceRef ref, Instant readAt, Listed listed, Facet<Restorers> restorers) {
    this.ref = ref;
    this.readAt = readAt;
    this.listed = listed;
    this.restorers = restorers;
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

  Facet<Restorers> restorers() {
    return restorers;
  }

  @Override
  public Facet<Tags> tags() {
    return listed.tags();
  }

  @Override
  public Value.Fields listed() {
    return details().put("encrypted", isEncrypted()).build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(restorers, tags());
  }

  /** Database, name, region and engine. */
  Value.Builder details() {
    return Value.fields()
        .put("db", listed.database())
        .put("name", Value.text(ref.name()))
        .put("region", ref.region().name())
        .put("engine", engine())
        .put("kind", family().word());
  }
}
