package dev.hammer.checks.iam;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An access key of a user; its last use is read only if a check asks. */
public final class AccessKey implements Snapshot {
  static final String RESOURCE_TYPE = "AWS::IAM::AccessKey";

  private final ResourceRef ref;
  private final Instant readAt;
  private final KeyOwner owner;
  private final Listed listed;
  private final Facet<LastUse> lastUse;

  /**
   * What the listing brings.
   *
   * @param successor id of a younger active key of the same user: somebody is replacing this one
   */
  record Listed(boolean isActive, Instant created, Optional<String> successor) {}

  AccessKey(
      ResourceRef ref, Instant readAt, KeyOwner owner, Listed listed, Facet<LastUse> lastUse) {
    this.ref = ref;
    this.readAt = readAt;
    this.owner = owner;
    this.listed = listed;
    this.lastUse = lastUse;
  }

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  boolean isActive() {
    return listed.isActive();
  }

  Instant created() {
    return listed.created();
  }

  Optional<String> successor() {
    return listed.successor();
  }

  Facet<LastUse> lastUse() {
    return lastUse;
  }

  @Override
  public Facet<Tags> tags() {
    return owner.tags();
  }

  @Override
  public Value.Fields listed() {
    return details()
        .put("active", isActive())
        .put("younger_active_key", Value.text(successor()))
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(lastUse, tags());
  }

  /** The details that every check of keys tells. */
  Value.Builder details() {
    return Value.fields()
        .put("username", owner.name())
        .put("user_id", owner.id())
        .put("create_date", Value.of(created()));
  }
}
