package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Seeds the queues of a region. */
final class QueueSeeds {
  private static final String SEND = "sqs:SendMessage";

  private final SqsClient sqs;
  private final String region;
  private final Truth truth;

  QueueSeeds(SqsClient sqs, String region, Truth truth) {
    this.sqs = sqs;
    this.region = region;
    this.truth = truth;
  }

  List<Runnable> of(List<QueueKind> queues) {
    List<Runnable> errands = new ArrayList<>();
    for (int i = 0; i < queues.size(); i++) {
      QueueKind kind = queues.get(i);
      String name = Names.of(kind) + "-" + (i + 1);
      errands.add(() -> plant(kind, name));
    }
    return errands;
  }

  private void plant(QueueKind kind, String name) {
    Map<QueueAttributeName, String> attributes =
        new HashMap<>(Map.of(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"));
    policy(kind, "arn:aws:sqs:" + region + ":" + truth.account() + ":" + name)
        .ifPresent(policy -> attributes.put(QueueAttributeName.POLICY, policy));
    sqs.createQueue(
        it -> it.queueName(name).attributes(attributes).tags(Map.of("owner", "platform")));
    if (kind.violates()) {
      truth.add(
          Truth.PUBLIC_QUEUE,
          region,
          "https://sqs.%s.amazonaws.com/%s/%s".formatted(region, truth.account(), name));
    }
  }

  private Optional<String> policy(QueueKind kind, String arn) {
    return switch (kind) {
      case WITHOUT_POLICY -> Optional.empty();
      case FROM_A_TOPIC -> Optional.of(fromTopic(arn, topic(region, truth.account(), "orders")));
      case FROM_AN_ACCOUNT -> Optional.of(Policies.allow(Policies.ONE_ACCOUNT, SEND, arn, ""));
      case FROM_ALL -> Optional.of(Policies.allow(Policies.ANYONE, SEND, arn, ""));
      case FROM_ANY_TOPIC -> Optional.of(fromTopic(arn, topic("*", "*", "*")));
    };
  }

  private static String fromTopic(String queue, String topic) {
    return Policies.allow(
        Policies.ANYONE, SEND, queue, Policies.condition("ArnLike", "aws:SourceArn", topic));
  }

  private static String topic(String region, String account, String name) {
    return "arn:aws:sns:" + region + ":" + account + ":" + name;
  }
}
