package dev.hammer.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FacetTest {
  private static final ApiCall CALL = ApiCall.of("s3", "GetBucketAcl", "s3:GetBucketAcl");
  private static final ReadFailure DENIED =
      ReadFailure.of(CALL, ReadFailure.Kind.DENIED, "access denied");

  private final AtomicInteger reads = new AtomicInteger();

  private Facet<String> facet(Supplier<String> read) {
    return Facet.of(
        "acl",
        List.of(CALL),
        () -> {
          reads.incrementAndGet();
          return read.get();
        },
        Value::text);
  }

  private Facet<String> denied() {
    return facet(
        () -> {
          throw new UnreadableException(DENIED);
        });
  }

  @Test
  void isNotReadUntilSomebodyAsks() {
    Facet<String> facet = facet(() -> "private");

    assertThat(facet.soFar()).isEmpty();
    assertThat(facet.view()).isEqualTo(Value.fields().put("not_read", true).build());
    assertThat(reads).hasValue(0);
  }

  @Test
  void isReadOnce() {
    Facet<String> facet = facet(() -> "private");

    assertThat(facet.get()).isEqualTo("private");
    assertThat(facet.get()).isEqualTo("private");
    assertThat(facet.reading()).isEqualTo(new Reading.Known<>("private"));
    assertThat(facet.soFar()).contains(new Reading.Known<>("private"));
    assertThat(facet.view()).isEqualTo(Value.text("private"));
    assertThat(reads).hasValue(1);
  }

  @Test
  void aRefusalIsRememberedToo() {
    Facet<String> facet = denied();

    assertThat(facet.reading()).isEqualTo(new Reading.Unreadable<String>(DENIED));
    assertThat(facet.reading().failure()).contains(DENIED);
    assertThat(facet.reading().known()).isEmpty();
    assertThatThrownBy(facet::get)
        .isInstanceOfSatisfying(
            UnreadableException.class,
            unreadable -> assertThat(unreadable.failure()).isEqualTo(DENIED))
        .hasMessage("s3:GetBucketAcl: access denied");
    assertThat(facet.view())
        .isEqualTo(
            Value.fields().put("unreadable", "denied").put("action", "s3:GetBucketAcl").build());
    assertThat(reads).hasValue(1);
  }

  @Test
  void aDefectInReadingIsUnreadableAndNotTriedAgain() {
    Facet<String> facet =
        facet(
            () -> {
              throw new IllegalStateException("odd answer");
            });

    assertThat(facet.reading().failure())
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(ReadFailure.Kind.DEFECT);
              assertThat(failure.call()).isEqualTo(CALL);
              assertThat(failure.detail()).contains("odd answer");
            });
    assertThatThrownBy(facet::get).isInstanceOf(UnreadableException.class);
    assertThat(reads).hasValue(1);
  }

  @Test
  void aDefectThatNoCallCanBeBlamedForIsThrown() {
    Facet<String> facet =
        Facet.of(
            "sum",
            List.of(),
            () -> {
              throw new IllegalStateException("defect");
            },
            Value::text);

    assertThatThrownBy(facet::reading).hasMessage("defect");
  }

  @Test
  void whatTheListingBroughtNeedsNoCall() {
    Facet<String> facet = Facet.known("acl", "private", Value::text);

    assertThat(facet.soFar()).isPresent();
    assertThat(facet.calls()).isEmpty();
    assertThat(facet.get()).isEqualTo("private");
  }

  @Test
  void manyWhoAskAtOnceShareOneReading() throws InterruptedException, ExecutionException {
    CountDownLatch all = new CountDownLatch(50);
    Facet<String> facet = facet(() -> "private");
    List<Future<String>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        answers.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return facet.get();
                }));
      }
    }

    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo("private");
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void aReadingIsMappedWithoutLosingItsFailure() {
    assertThat(facet(() -> "private").reading().map(String::length))
        .isEqualTo(new Reading.Known<>(7));
    assertThat(denied().reading().map(String::length))
        .isEqualTo(new Reading.Unreadable<Integer>(DENIED));
  }

  @Test
  void aListingIsCompleteOnlyWithoutGaps() {
    ListingEnd.Gap gap = new ListingEnd.Gap("tom", DENIED);

    assertThat(ListingEnd.of(List.of())).isEqualTo(new ListingEnd.Complete());
    assertThat(ListingEnd.of(List.of(gap))).isEqualTo(new ListingEnd.Partial(List.of(gap)));
    assertThatThrownBy(() -> new ListingEnd.Partial(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
