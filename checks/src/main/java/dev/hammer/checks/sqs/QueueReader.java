package dev.hammer.checks.sqs;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Lists the queues of one account and region. */
final class QueueReader implements Reader<Queue> {
  static final ReaderType<Queue> TYPE =
      new ReaderType<>(
          Queue.TYPE_NAME,
          "sqs",
          Scope.REGIONAL,
          SqsCalls.LIST_QUEUES,
          (scope, _) -> new QueueReader(scope, scope.client(SqsClient.class, SqsClient::builder)));

  /** Without a page size SQS answers the first thousand and says nothing of the rest. */
  private static final int PAGE = 1000;

  private final AwsScope scope;
  private final SqsClient sqs;

  QueueReader(AwsScope scope, SqsClient sqs) {
    this.scope = scope;
    this.sqs = sqs;
  }

  @Override
  public ListingEnd list(Consumer<? super Queue> found) {
    eachQueue(null, found);
    return new ListingEnd.Complete();
  }

  /** Asks for the names that begin so: that needs no permission beyond the listing's. */
  @Override
  public Optional<Queue> find(String name) {
    List<Queue> found = new ArrayList<>();
    eachQueue(
        QueueName.lastPartOf(name),
        queue -> {
          if (queue.ref().isCalled(name)) {
            found.add(queue);
          }
        });
    return found.stream().findFirst();
  }

  /** The first queues, by one small request; what it fails with is the SDK's. */
  List<Queue> first(int most) {
    return page(most, null, null).items();
  }

  private void eachQueue(@Nullable String prefix, Consumer<? super Queue> found) {
    scope.eachPage(SqsCalls.LIST_QUEUES, token -> page(PAGE, prefix, token), found);
  }

  private Page<Queue> page(int size, @Nullable String prefix, @Nullable String token) {
    Instant asked = scope.now();
    ListQueuesResponse page =
        sqs.listQueues(r -> r.maxResults(size).queueNamePrefix(prefix).nextToken(token));
    return Page.of(
        page.queueUrls().stream().map(url -> queue(url, asked)).toList(), page.nextToken());
  }

  private Queue queue(String url, Instant asked) {
    QueueName name =
        new QueueName(
            scope.partition(), scope.region(), scope.account(), QueueName.lastPartOf(url));
    return new Queue(
        name,
        name.ref(url),
        asked,
        Facet.of(
            "policy", List.of(SqsCalls.GET_ATTRIBUTES), () -> policy(url), ResourcePolicy::toValue),
        Facet.of("tags", List.of(SqsCalls.LIST_TAGS), () -> tags(url), Tags::toValue));
  }

  /** A queue without a policy has no such attribute. */
  private ResourcePolicy policy(String url) {
    return new ResourcePolicy(
        Optional.ofNullable(
            scope
                .ask(
                    SqsCalls.GET_ATTRIBUTES,
                    () ->
                        sqs.getQueueAttributes(
                            r -> r.queueUrl(url).attributeNames(QueueAttributeName.POLICY)))
                .attributes()
                .get(QueueAttributeName.POLICY)),
        SqsCalls.GET_ATTRIBUTES);
  }

  private Tags tags(String url) {
    return Tags.of(
        scope.ask(SqsCalls.LIST_TAGS, () -> sqs.listQueueTags(r -> r.queueUrl(url))).tags());
  }
}
