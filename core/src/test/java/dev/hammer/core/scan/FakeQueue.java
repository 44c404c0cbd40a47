package dev.hammer.core.scan;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A queue whose policy is a word, and which counts how often it was read. */
final class FakeQueue implements Snapshot {
  static final ApiCall LIST = ApiCall.of("sqs", "ListQueues");
  static final ApiCall POLICY = ApiCall.of("sqs", "GetQueueAttributes");
  static final ApiCall TAGS = ApiCall.of("sqs", "ListQueueTags");
  static final Instant READ_AT = Instant.parse("2026-11-24T08:00:00Z");

  private final String name;
  private final Facet<String> policy;
  private final Facet<Tags> tags;
  private final AtomicInteger policyReads = new AtomicInteger();
  private final AtomicInteger tagReads = new AtomicInteger();

  private FakeQueue(String name, Supplier<String> policy, Supplier<Tags> tags) {
    this.name = name;
    this.policy = Facet.of("policy", List.of(POLICY), counted(policyReads, policy), Value::text);
    this.tags = Facet.of("tags", List.of(TAGS), counted(tagReads, tags), Tags::toValue);
  }

  static FakeQueue queue(String name, String policy) {
    return queue(name, () -> policy);
  }

  static FakeQueue queue(String name, Supplier<String> policy) {
    return new FakeQueue(name, policy, () -> Tags.of(Map.of("owner", "pay")));
  }

  FakeQueue taggedBy(Supplier<Tags> read) {
    return new FakeQueue(name, policy::get, read);
  }

  static UnreadableException denied(ApiCall call) {
    return new UnreadableException(ReadFailure.of(call, ReadFailure.Kind.DENIED, "access denied"));
  }

  private static <T> Supplier<T> counted(AtomicInteger counter, Supplier<T> read) {
    return () -> {
      counter.incrementAndGet();
      return read.get();
    };
  }

  Facet<String> policy() {
    return policy;
  }

  int policyReads() {
    return policyReads.get();
  }

  int tagReads() {
    return tagReads.get();
  }

  @Override
  public ResourceRef ref() {
    return ResourceRef.of(
        "AWS::SQS::Queue", name, AccountId.of("111111111111"), Region.of("eu-west-1"));
  }

  @Override
  public Instant readAt() {
    return READ_AT;
  }

  @Override
  public Facet<Tags> tags() {
    return tags;
  }

  @Override
  public Value.Fields listed() {
    return Value.fields().put("name", name).build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(policy, tags);
  }
}
