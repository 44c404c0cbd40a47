package dev.hammer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import dev.hammer.demo.estate.Expected;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FindingsTest {
  private static final Expected BUCKET =
      new Expected("s3_bucket_acl", "123456789012", Optional.empty(), "acme-exports");
  private static final Expected QUEUE =
      new Expected("sqs_public_access", "123456789012", Optional.of("eu-west-1"), "orders");

  @Test
  void allThatWasSeededAndNothingElseHolds() {
    assertThat(holds(List.of(BUCKET, QUEUE), List.of(QUEUE, BUCKET), true)).isTrue();
  }

  @Test
  void aFaultThatWasNotFoundIsAMiss() {
    assertThat(holds(List.of(BUCKET, QUEUE), List.of(QUEUE), true)).isFalse();
  }

  @Test
  void somethingElseThatWasFoundIsAMiss() {
    assertThat(holds(List.of(QUEUE), List.of(BUCKET, QUEUE), true)).isFalse();
  }

  @Test
  void aScanThatCouldNotReadAllIsAMiss() {
    assertThat(holds(List.of(QUEUE), List.of(QUEUE), false)).isFalse();
  }

  private static boolean holds(List<Expected> seeded, List<Expected> found, boolean whole) {
    Bars bars = new Bars(new PrintStream(OutputStream.nullOutputStream()));
    Findings.compare(scan(found, whole), new TreeSet<>(seeded), bars);
    return bars.held();
  }

  private static Scan scan(List<Expected> found, boolean whole) {
    Value.Fields report =
        Value.fields()
            .put("items", Value.items(found.stream().map(FindingsTest::item).toList()))
            .put("not_covered", Value.texts(whole ? List.of() : List.of("sqs")))
            .build();
    return new Scan(report, new Usage(Duration.ZERO, Duration.ZERO, 0));
  }

  private static Value item(Expected fault) {
    return Value.fields()
        .put("check", fault.check())
        .put("account_id", fault.account())
        .put("region", Value.text(fault.region()))
        .put("issue_id", fault.resourceId())
        .build();
  }
}
