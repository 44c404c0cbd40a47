package dev.hammer.checks.ec2;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A volume of EBS; the listing brings everything. */
public final class Volume implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::EC2::Volume";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Listed listed;
  private final Facet<Tags> tags;

  /**
   * What the listing brings.
   *
   * @param attachments instance, or whatever else it is attached to, to the state of the attachment
   */
  record Listed(
      boolean isEncrypted, String state, int sizeInGib, SortedMap<String, String> attachments) {
    Listed {
      attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
    }
  }

  Volume(ResourceRef ref, Instant readAt, Listed listed, Facet<Tags> tags) {
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

  boolean isEncrypted() {
    return listed.isEncrypted();
  }

  String state() {
    return listed.state();
  }

  SortedMap<String, String> attachments() {
    return listed.attachments();
  }

  Value.Fields attachmentsValue() {
    Value.Builder states = Value.fields();
    attachments().forEach(states::put);
    return states.build();
  }

  @Override
  public Facet<Tags> tags() {
    return tags;
  }

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("name", Value.text(ref.name()))
        .put("encrypted", isEncrypted())
        .put("state", state())
        .put("size_gib", listed.sizeInGib())
        .put("attachments", attachmentsValue())
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(tags);
  }
}
