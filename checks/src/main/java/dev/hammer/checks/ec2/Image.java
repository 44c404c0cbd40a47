package dev.hammer.checks.ec2;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/** A machine image, and what the region allows for all of them. */
public final class Image implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::EC2::Image";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final Facet<SharingBlock> sharingBlock;

  /**
   * What the listing brings.
   *
   * @param snapshots the snapshots with its data, sorted
   */
  record Listed(boolean isPublic, List<String> snapshots, Facet<Tags> tags) {
    Listed {
      snapshots = snapshots.stream().distinct().sorted().toList();
    }
  }

  Image(ResourceRef ref, Instant readAt, Listed listed, Facet<SharingBlock> sharingBlock) {
    this.ref = ref;
    this.readAt = readAt;
    this.listed = listed;
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

  /** Whether every AWS account may launch it. */
  boolean isPublic() {
    return listed.isPublic();
  }

  /** The snapshots whose data it gives away. */
  List<String> snapshots() {
    return listed.snapshots();
  }

  /** Whether new images of the region may be made public; old ones stay as they are. */
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
        .put("public", isPublic())
        .put("snapshots", Value.texts(snapshots()))
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(sharingBlock, tags());
  }
}
