package dev.hammer.demo.estate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of one place. */
final class Queues {
  private final Place place;
  private final SqsClient sqs;

  Queues(Place place) {
    this.place = place;
    this.sqs = place.clients().sqs(place.region());
  }

  List<Runnable> errands() {
    var errands = new ArrayList<Runnable>();
    errands.add(() -> create("shop-notifications", Team.SHOP, this::fromOneTopic));
    errands.add(() -> create("payment-events", Team.PAYMENTS, this::fromProduction));
    for (var name : List.of("mail-outbound", "mail-outbound-dlq")) {
      errands.add(() -> create(name, Team.MOBILE, _ -> ""));
    }
    if (place.is("prod", Regions.EU)) {
      errands.add(() -> open("orders-inbound", Team.SHOP, this::fromAnyone));
    }
    if (place.is("dev", Regions.US)) {
      errands.add(() -> open("fan-out-trial", Team.DATA, this::fromAnyTopic));
    }
    return errands;
  }

  private String fromAnyone(String arn) {
    return Policies.sendTo(arn, "");
  }

  /** A pattern without an account is any account's topic. */
  private String fromAnyTopic(String arn) {
    return Policies.sendTo(arn, "{\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:sns:*:*:*\"}}");
  }

  private String fromOneTopic(String arn) {
    var topic = "arn:aws:sns:%s:%s:shop".formatted(place.regionName(), place.account());
    return Policies.sendTo(arn, "{\"ArnEquals\": {\"aws:SourceArn\": \"" + topic + "\"}}");
  }

  private String fromProduction(String arn) {
    return Policies.sendFrom(Company.PROD.id(), arn);
  }

  private void open(String name, Team team, UnaryOperator<String> policy) {
    create(name, team, policy);
    place.fault("sqs_public_access", url(name));
  }

  /** As AWS spells it; moto answers with the host it was called by. */
  private String url(String name) {
    return "https://sqs.%s.amazonaws.com/%s/%s"
        .formatted(place.regionName(), place.account(), name);
  }

  private void create(String name, Team team, UnaryOperator<String> policy) {
    var arn = "arn:aws:sqs:%s:%s:%s".formatted(place.regionName(), place.account(), name);
    var attributes = new HashMap<>(Map.of(QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"));
    if (!policy.apply(arn).isEmpty()) {
      attributes.put(QueueAttributeName.POLICY, policy.apply(arn));
    }
    sqs.createQueue(it -> it.queueName(name).attributes(attributes).tags(team.tags()));
  }
}
