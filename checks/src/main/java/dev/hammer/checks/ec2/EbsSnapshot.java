package dev.hammer.checks.ec2;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A snapshot of a volume, who may restore it, and what the region allows. */
public final class EbsSnapshot implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::EC2::Snapshot";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final Facet<RestorePermissions> permissions;
  private final Facet<SharingBlock> sharingBlock;

  /** What the listing brings. */
  record Listed(
      Optional<String> volumeId,
      Optional<Instant> startedAt,
      boolean isEncrypted,
      Facet<Tags> tags) {}

  EbsSnapshot(
      ResourceRef ref,
      Instant readAt,
      Listed listed,
      Facet<RestorePermissions> permissions,
      Facet<SharingBlock> sharingBlock) {
    this.ref = ref;
    this.readAt = readAt;
    this.listed = listed;
    this.permissions = permissions;
    this.sharingBlock = sharingBlock;
  }

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  Optional<String> volumeId() {
    return listed.volumeId();
  }

  /** Who may make volumes of it. */
  Facet<RestorePermissions> permissions() {
    return permissions;
  }

  /** What the region allows for all its snapshots. */
  Facet<SharingBlock> sharingBlock() {
    return sharingBlock;
  }

  @Override
  public Facet<Tags> tags() {
    return listed.tags();
  }

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("name", Value.text(ref.name()))
        .put("volume_id", Value.text(volumeId()))
        .put("started_at", Value.instant(listed.startedAt()))
        .put("encrypted", listed.isEncrypted())
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(permissions, sharingBlock, tags());
  }
}
