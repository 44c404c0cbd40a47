package dev.hammer.checks.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueNameTest {
  private static QueueName queue(String partition, String region) {
    return new QueueName(partition, Region.of(region), AccountId.of("111111111111"), "orders.fifo");
  }

  @ParameterizedTest
  @CsvSource({
    "aws, eu-west-1, https://sqs.eu-west-1.amazonaws.com/111111111111/orders.fifo",
    "aws-cn, cn-north-1, https://sqs.cn-north-1.amazonaws.com.cn/111111111111/orders.fifo",
    "aws-us-gov, us-gov-west-1, https://sqs.us-gov-west-1.amazonaws.com/111111111111/orders.fifo"
  })
  void theIdIsTheUrlOfTodayInEveryPartition(String partition, String region, String url) {
    QueueName name = queue(partition, region);

    assertThat(name.ref("http://127.0.0.1:5000/111111111111/orders.fifo").id()).isEqualTo(url);
    assertThat(name.arn())
        .isEqualTo("arn:" + partition + ":sqs:" + region + ":111111111111:orders.fifo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders.fifo",
        "arn:aws:sqs:eu-west-1:111111111111:orders.fifo",
        "https://sqs.eu-west-1.amazonaws.com/111111111111/orders.fifo",
        "https://eu-west-1.queue.amazonaws.com/111111111111/orders.fifo",
        "http://127.0.0.1:5000/111111111111/orders.fifo"
      })
  void everySpellingNamesTheQueue(String spelling) {
    ResourceRef ref =
        queue("aws", "eu-west-1").ref("http://127.0.0.1:5000/111111111111/orders.fifo");

    assertThat(ref.isCalled(spelling)).isTrue();
    assertThat(QueueName.lastPartOf(spelling)).isEqualTo("orders.fifo");
  }

  @Test
  void theOldHostOfTheFirstRegionNamesNoRegion() {
    assertThat(queue("aws", "us-east-1").ref("x").aliases())
        .contains("https://queue.amazonaws.com/111111111111/orders.fifo");
  }

  @Test
  void anotherRegionsQueueIsNotCalledSo() {
    assertThat(
            queue("aws", "eu-west-1")
                .ref("x")
                .isCalled("arn:aws:sqs:us-east-1:111111111111:orders.fifo"))
        .isFalse();
  }
}
