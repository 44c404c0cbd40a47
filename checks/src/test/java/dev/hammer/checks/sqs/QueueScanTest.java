package dev.hammer.checks.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.MotoScan;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Paging;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The check of queues against the emulator, through the product's own connection. */
@MotoTest
class QueueScanTest {
  private static final String MEMBER = "222222222222";
  private static final String REGION = "eu-west-1";

  private final MotoAws aws;

  QueueScanTest(MotoAws aws) {
    this.aws = aws;
  }

  @Test
  void everyFaultIsFoundAndNothingElse() {
    for (String account : List.of(MotoAws.MAIN, MEMBER)) {
      for (String region : List.of(REGION, "us-east-1")) {
        seed(account, region);
      }
    }

    for (String account : List.of(MotoAws.MAIN, MEMBER)) {
      for (String region : List.of(REGION, "us-east-1")) {
        String url = "https://sqs." + region + ".amazonaws.com/" + account + "/";

        SortedMap<String, String> found =
            MotoScan.once(scan -> MotoScan.violations(look(scan, account, region)));

        assertThat(found)
            .isEqualTo(
                Map.of(
                    "sqs_public_access " + url + "inbox", "high",
                    "sqs_public_access " + url + "open", "critical"));
      }
    }
  }

  @Test
  void pagesOfTwoTellTheSameAsOnePage() {
    seed(MotoAws.MAIN, REGION);

    SortedMap<String, Value> whole = readAll();
    aws.stub().page(Paging.of(2));
    SortedMap<String, Value> paged = readAll();

    assertThat(paged).hasSize(6).isEqualTo(whole);
    assertThat(aws.stub().calls().pagedOperations()).containsExactly("sqs:ListQueues");
  }

  @Test
  void aQueueCostsOneCallAndItsTagsOnlyIfItIsOpen() {
    seed(MotoAws.MAIN, REGION);

    MotoScan.once(scan -> look(scan, MotoAws.MAIN, REGION));

    assertThat(aws.stub().calls().countsByOperation())
        .isEqualTo(
            Map.of("sqs:ListQueues", 1L, "sqs:GetQueueAttributes", 6L, "sqs:ListQueueTags", 2L));
  }

  @Test
  void whatMayNotBeReadIsUnknown() {
    seed(MotoAws.MAIN, REGION);
    aws.stub().faults().add(Fault.always("sqs", "GetQueueAttributes", FaultAnswer.denied()));

    Look look = MotoScan.once(scan -> look(scan, MotoAws.MAIN, REGION)).getFirst();

    assertThat(look.end()).isEqualTo(new ListingEnd.Complete());
    assertThat(look.violations()).isEmpty();
    assertThat(look.compliant()).isEmpty();
    assertThat(look.undecided())
        .hasSize(6)
        .extracting(Undecided::why)
        .allSatisfy(why -> assertThat(why.kind()).isEqualTo(ReadFailure.Kind.DENIED));
  }

  private static List<Look> look(MotoScan scan, String account, String region) {
    return scan.look(account, region, "sqs", CheckContext.DEFAULTS);
  }

  private static SortedMap<String, Value> readAll() {
    return MotoScan.once(
        scan -> MotoScan.readAll(QueueReader.TYPE, scan.scope(MotoAws.MAIN, REGION)));
  }

  /** Two faults and four queues without any. */
  private void seed(String account, String region) {
    SqsClient sqs = aws.in(account, region).sqs();
    String arn = "arn:aws:sqs:" + region + ":" + account + ":";
    String topic = "arn:aws:sns:" + region + ":" + account + ":shop";
    create(sqs, "quiet", Map.of());
    create(sqs, "orders.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    create(
        sqs,
        "delivered",
        policy(
            arn + "delivered",
            "sqs:SendMessage",
            "{\"ArnEquals\":{\"aws:SourceArn\":\"" + topic + "\"}}"));
    create(
        sqs,
        "own",
        policy(
            arn + "own",
            "sqs:*",
            "{\"StringEquals\":{\"aws:SourceAccount\":\"" + account + "\"}}"));
    create(sqs, "inbox", policy(arn + "inbox", "sqs:SendMessage", "{}"));
    create(sqs, "open", policy(arn + "open", "sqs:*", "{}"));
  }

  private static Map<QueueAttributeName, String> policy(
      String arn, String action, String condition) {
    return Map.of(
        QueueAttributeName.POLICY,
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",\
        "Action":"%s","Resource":"%s","Condition":%s}]}"""
            .formatted(action, arn, condition));
  }

  private static void create(
      SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    sqs.createQueue(
        request -> request.queueName(name).attributes(attributes).tags(Map.of("owner", "ann")));
  }
}
