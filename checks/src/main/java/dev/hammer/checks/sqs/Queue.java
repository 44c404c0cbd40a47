package dev.hammer.checks.sqs;

import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/** A queue, read no further than its checks ask. */
public final class Queue implements Snapshot {
  static final String TYPE_NAME = "AWS::SQS::Queue";

  private final QueueName name;
  private final ResourceRef ref;
  private final Instant readAt;
  private final Facet<ResourcePolicy> policy;
  private final Facet<Tags> tags;

  Queue(
      QueueName name,
      ResourceRef ref,
      Instant readAt,
      Facet<ResourcePolicy> policy,
      Facet<Tags> tags) {
    this.name = name;
    this.ref = ref;
    this.readAt = readAt;
    this.policy = policy;
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

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("name", name.name())
        .put("region", name.region().name())
        .put("url", name.url())
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(policy, tags);
  }

  @Override
  public Facet<Tags> tags() {
    return tags;
  }

  public Facet<ResourcePolicy> policy() {
    return policy;
  }

  QueueName name() {
    return name;
  }
}
