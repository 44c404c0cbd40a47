package dev.hammer.checks.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.TestScope;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.resource.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueReaderTest {
  private static final String HOST = "http://127.0.0.1:5000/111111111111/";

  private final FakeSqs sqs = new FakeSqs();
  private final QueueReader reader = new QueueReader(TestScope.in("eu-west-1"), sqs);

  private List<Queue> list() {
    List<Queue> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }

  @Test
  void everyPageIsAskedForWithItsTokenAndSize() {
    sqs.page(HOST + "a", HOST + "b").page().page(HOST + "c");

    assertThat(list())
        .extracting(queue -> queue.ref().name())
        .containsExactly(Optional.of("a"), Optional.of("b"), Optional.of("c"));
    assertThat(sqs.listings())
        .allSatisfy(listing -> assertThat(listing.maxResults()).isEqualTo(1000))
        .extracting(listing -> listing.nextToken())
        .containsExactly(null, "1", "2");
  }

  @Test
  void theIdIsComposedAndNeverTheAnsweredUrl() {
    sqs.page(HOST + "orders");

    assertThat(list().getFirst().ref().id())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com/111111111111/orders");
  }

  @Test
  void onlyThePolicyIsAskedForAndOnce() {
    sqs.page(HOST + "orders").policy(HOST + "orders", "{}");

    Queue queue = list().getFirst();
    assertThat(sqs.asked()).isEmpty();
    assertThat(queue.policy().get().text()).contains("{}");
    assertThat(queue.policy().get().text()).contains("{}");

    assertThat(sqs.asked())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.queueUrl()).isEqualTo(HOST + "orders");
              assertThat(request.attributeNames()).containsExactly(QueueAttributeName.POLICY);
            });
  }

  @Test
  void aQueueWithoutTheAttributeHasNoPolicy() {
    sqs.page(HOST + "orders");

    assertThat(list().getFirst().policy().get().text()).isEmpty();
  }

  @Test
  void tagsAreThoseOfTheQueue() {
    sqs.page(HOST + "orders");

    assertThat(list().getFirst().tags().get()).isEqualTo(Tags.of(Map.of("queue", HOST + "orders")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "arn:aws:sqs:eu-west-1:111111111111:orders",
        "https://sqs.eu-west-1.amazonaws.com/111111111111/orders"
      })
  void oneQueueIsFoundByAnySpelling(String spelling) {
    sqs.page(HOST + "orders-dlq", HOST + "orders");

    assertThat(reader.find(spelling)).map(queue -> queue.name().name()).contains("orders");
    assertThat(sqs.listings().getFirst().queueNamePrefix()).isEqualTo("orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order",
        "arn:aws:sqs:us-east-1:111111111111:orders",
        "https://sqs.eu-west-1.amazonaws.com/222222222222/orders"
      })
  void anotherQueueIsNotFound(String spelling) {
    sqs.page(HOST + "orders-dlq", HOST + "orders");

    assertThat(reader.find(spelling)).isEmpty();
  }
}
