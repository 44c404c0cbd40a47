package dev.hammer.core.scan;

import static dev.hammer.core.scan.FakeQueue.denied;
import static dev.hammer.core.scan.FakeQueue.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnitRunnerTest {
  private static final Unit UNIT =
      new Unit(AccountId.of("111111111111"), Region.of("eu-west-1"), "sqs");
  private static final Instant NOW = Instant.parse("2026-11-24T07:59:00Z");
  private static final OpenQueue CHECK = new OpenQueue("sqs_open");

  private final UnitRunner runner = new UnitRunner(() -> NOW, "s-00000000");

  private static ReaderPlan<FakeQueue> plan(Reader<FakeQueue> reader) {
    return new ReaderPlan<>(reader, FakeQueue.LIST, List.of(CHECK));
  }

  private Look look(Reader<FakeQueue> reader) throws InterruptedException {
    List<Look> looks = runner.run(UNIT, List.of(plan(reader)), Optional.empty());
    assertThat(looks).hasSize(1);
    return looks.getFirst();
  }

  private static List<String> violating(Look look) {
    return look.violations().stream().map(judged -> judged.ref().id()).toList();
  }

  private static List<String> undecided(Look look) {
    return look.undecided().stream().map(one -> one.ref().id()).toList();
  }

  private static ReadFailure why(Look look) {
    assertThat(look.undecided()).hasSize(1);
    return look.undecided().getFirst().why();
  }

  @Test
  void sortsResourcesByTheirVerdict() throws InterruptedException {
    Look look =
        look(
            FakeQueueReader.of(
                queue("d", "open"),
                queue("c", "closed"),
                queue(
                    "b",
                    () -> {
                      throw denied(FakeQueue.POLICY);
                    }),
                queue("a", "open")));

    assertThat(violating(look)).containsExactly("a", "d");
    assertThat(look.compliant()).isEqualTo(Map.of("c", FakeQueue.READ_AT));
    assertThat(undecided(look)).containsExactly("b");
    assertThat(why(look).kind()).isEqualTo(ReadFailure.Kind.DENIED);
    assertThat(why(look).call()).isEqualTo(FakeQueue.POLICY);
    assertThat(look.slice()).isEqualTo(new Slice(UNIT.account(), UNIT.region(), "sqs_open"));
    assertThat(look.service()).isEqualTo("sqs");
    assertThat(look.scanId()).isEqualTo("s-00000000");
    assertThat(look.began()).isEqualTo(NOW);
    assertThat(look.end()).isEqualTo(new ListingEnd.Complete());
    assertThat(look.absence()).isEqualTo(Absence.NO_LONGER_OFFENDING);
    assertThat(look.outcome()).isEqualTo(SliceOutcome.PARTIAL);
  }

  @Test
  void keepsTheEvidenceAndTheCallsThatBroughtIt() throws InterruptedException {
    Judged judged = look(FakeQueueReader.of(queue("a", "open"))).violations().getFirst();

    assertThat(judged.calls()).containsExactly(FakeQueue.LIST, FakeQueue.POLICY, FakeQueue.TAGS);
    assertThat(judged.tags()).isEqualTo(Tags.of(Map.of("owner", "pay")));
    assertThat(judged.verdict().details().get("tags")).contains(judged.tags().toValue());
    assertThat(judged.verdict().contextUnread()).isEmpty();
    assertThat(judged.evidence().text("name")).contains("a");
    assertThat(judged.evidence().text("policy")).contains("open");
    assertThat(judged.readAt()).isEqualTo(FakeQueue.READ_AT);
  }

  @Test
  void aDefectCostsItsOwnResourceOnly() throws InterruptedException {
    Look look =
        look(FakeQueueReader.of(queue("a", "open"), queue("b", "unthinkable"), queue("c", "")));

    assertThat(violating(look)).containsExactly("a");
    assertThat(look.compliant()).containsOnlyKeys("c");
    assertThat(undecided(look)).containsExactly("b");
    assertThat(why(look).kind()).isEqualTo(ReadFailure.Kind.DEFECT);
    assertThat(why(look).detail()).contains("no such policy");
  }

  @Test
  void aPolicyWithoutBottomCostsItsOwnResourceOnly() throws InterruptedException {
    Look look = look(FakeQueueReader.of(queue("a", "open"), queue("b", "bottomless")));

    assertThat(violating(look)).containsExactly("a");
    assertThat(why(look).kind()).isEqualTo(ReadFailure.Kind.DEFECT);
  }

  @Test
  void anErrorOfTheMachineFailsTheWholeUnit() {
    assertThatThrownBy(() -> look(FakeQueueReader.of(queue("a", "open"), queue("b", "fatal"))))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken class");
  }

  @Test
  void unreadableTagsNeverHideTheFault() throws InterruptedException {
    Judged judged =
        taggedBy(
            () -> {
              throw denied(FakeQueue.TAGS);
            });

    assertThat(judged.tags()).isEqualTo(Tags.NONE);
    assertThat(judged.verdict().details().get("tags")).contains(Value.absent());
    assertThat(judged.verdict().contextUnread())
        .extracting(ReadFailure::call)
        .containsExactly(FakeQueue.TAGS);
  }

  @Test
  void aDefectInReadingTagsNeverHidesTheFault() throws InterruptedException {
    Judged judged =
        taggedBy(
            () -> {
              throw new IllegalStateException("odd answer");
            });

    assertThat(judged.verdict().contextUnread())
        .extracting(ReadFailure::kind)
        .containsExactly(ReadFailure.Kind.DEFECT);
  }

  private Judged taggedBy(Supplier<Tags> read) throws InterruptedException {
    Look look = look(FakeQueueReader.of(queue("a", "open").taggedBy(read)));
    assertThat(look.undecided()).isEmpty();
    return look.violations().getFirst();
  }

  @Test
  void tagsAreReadForWhatIsReportedOnly() throws InterruptedException {
    FakeQueue open = queue("a", "open");
    FakeQueue closed = queue("b", "closed");

    look(FakeQueueReader.of(open, closed));

    assertThat(open.tagReads()).isEqualTo(1);
    assertThat(closed.tagReads()).isZero();
  }

  @Test
  void aFacetIsReadOnceHoweverManyChecksAsk() throws InterruptedException {
    FakeQueue open = queue("a", "open");
    List<OpenQueue> checks =
        IntStream.range(0, 20).mapToObj(i -> new OpenQueue("check_" + i)).toList();

    List<Look> looks =
        runner.run(
            UNIT,
            List.of(
                new ReaderPlan<>(FakeQueueReader.of(open), FakeQueue.LIST, List.copyOf(checks))),
            Optional.empty());

    assertThat(looks)
        .extracting(look -> look.slice().check())
        .containsExactlyElementsOf(checks.stream().map(OpenQueue::id).toList());
    assertThat(looks).allSatisfy(look -> assertThat(violating(look)).containsExactly("a"));
    assertThat(open.policyReads()).isEqualTo(1);
    assertThat(open.tagReads()).isEqualTo(1);
  }

  @Test
  void aResourceThatComesTwiceIsJudgedOnce() throws InterruptedException {
    Look look = look(FakeQueueReader.of(queue("a", "open"), queue("a", "open")));

    assertThat(violating(look)).containsExactly("a");
  }

  @Test
  void aBrokenListingKeepsWhatItBrought() throws InterruptedException {
    ReadFailure throttled =
        ReadFailure.of(FakeQueue.LIST, ReadFailure.Kind.THROTTLED, "too many requests");

    Look look =
        look(new FakeQueueReader(List.of(queue("a", "open")), new ListingEnd.Broken(throttled)));

    assertThat(violating(look)).containsExactly("a");
    assertThat(look.end()).isEqualTo(new ListingEnd.Broken(throttled));
    assertThat(look.outcome()).isEqualTo(SliceOutcome.FAILED);
  }

  @Test
  void whatAReaderThrowsBreaksItsListing() throws InterruptedException {
    assertThat(
            look(listing(
                    _ -> {
                      throw denied(FakeQueue.LIST);
                    }))
                .end())
        .isEqualTo(new ListingEnd.Broken(denied(FakeQueue.LIST).failure()));

    ListingEnd defect =
        look(listing(
                _ -> {
                  throw new IllegalStateException("odd page");
                }))
            .end();
    assertThat(defect)
        .isInstanceOfSatisfying(
            ListingEnd.Broken.class,
            broken -> {
              assertThat(broken.why().kind()).isEqualTo(ReadFailure.Kind.DEFECT);
              assertThat(broken.why().call()).isEqualTo(FakeQueue.LIST);
            });
  }

  @Test
  void oneBrokenReaderCostsNoOther() throws InterruptedException {
    List<Look> looks =
        runner.run(
            UNIT,
            List.of(
                plan(
                    listing(
                        _ -> {
                          throw denied(FakeQueue.LIST);
                        })),
                plan(FakeQueueReader.of(queue("a", "open")))),
            Optional.empty());

    assertThat(looks)
        .extracting(Look::outcome)
        .containsExactly(SliceOutcome.FAILED, SliceOutcome.COMPLETE);
  }

  @Test
  void judgesABoundedNumberAtOnce() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(64);
    List<FakeQueue> queues = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      queues.add(
          queue(
              "q" + i,
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                full.countDown();
                await(full);
                running.decrementAndGet();
                return "closed";
              }));
    }

    Look look = look(new FakeQueueReader(queues, new ListingEnd.Complete()));

    assertThat(look.compliant()).hasSize(500);
    assertThat(most).hasValue(64);
  }

  @Test
  void whatWasInterruptedBringsNothing() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    FakeQueue stuck =
        queue(
            "b",
            () -> {
              begun.countDown();
              await(never);
              return "open";
            });
    AtomicReference<Object> outcome = new AtomicReference<>("nothing");
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    outcome.set(look(FakeQueueReader.of(queue("a", "open"), stuck)));
                  } catch (InterruptedException stopped) {
                    outcome.set(stopped);
                  }
                });

    begun.await();
    thread.interrupt();
    thread.join();

    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aReaderThatGoesOnAfterTheStopDoesNotHang() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Object> outcome = new AtomicReference<>("nothing");
    Reader<FakeQueue> stubborn =
        listing(
            found -> {
              begun.countDown();
              try {
                await(new CountDownLatch(1));
              } catch (UnreadableByStop swallowed) {
                assertThat(Thread.interrupted()).isTrue();
              }
              found.accept(queue("a", "open"));
            });
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    outcome.set(look(stubborn));
                  } catch (InterruptedException stopped) {
                    outcome.set(stopped);
                  }
                });

    begun.await();
    thread.interrupt();
    thread.join();

    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void looksAtOneResourceOnly() throws InterruptedException {
    FakeQueue other = queue("b", "open");
    Look look = find(FakeQueueReader.of(queue("a", "open"), other), "a");

    assertThat(violating(look)).containsExactly("a");
    assertThat(look.only()).contains("a");
    assertThat(other.policyReads()).isZero();
  }

  @Test
  void oneThatDoesNotExistIsGone() throws InterruptedException {
    Look look = find(FakeQueueReader.of(queue("a", "open")), "x");

    assertThat(look.end()).isEqualTo(new ListingEnd.Complete());
    assertThat(look.absence()).isEqualTo(Absence.GONE);
    assertThat(look.violations()).isEmpty();
  }

  @Test
  void oneThatCannotBeReadBreaksTheLook() throws InterruptedException {
    Look look =
        find(
            new Reader<>() {
              @Override
              public ListingEnd list(Consumer<? super FakeQueue> found) {
                return new ListingEnd.Complete();
              }

              @Override
              public Optional<FakeQueue> find(String name) {
                throw denied(FakeQueue.POLICY);
              }
            },
            "a");

    assertThat(look.end()).isEqualTo(new ListingEnd.Broken(denied(FakeQueue.POLICY).failure()));
  }

  private Look find(Reader<FakeQueue> reader, String name) throws InterruptedException {
    return runner.run(UNIT, List.of(plan(reader)), Optional.of(name)).getFirst();
  }

  private static Reader<FakeQueue> listing(Consumer<Consumer<? super FakeQueue>> pages) {
    return new Reader<>() {
      @Override
      public ListingEnd list(Consumer<? super FakeQueue> found) {
        pages.accept(found);
        return new ListingEnd.Complete();
      }

      @Override
      public Optional<FakeQueue> find(String name) {
        return Optional.empty();
      }
    };
  }

  /** Waits as an AWS client does: an interrupt becomes an unchecked exception. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnreadableByStop(stopped);
    }
  }

  /** What stopped a read. */
  private static final class UnreadableByStop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableByStop(InterruptedException cause) {
      super(cause);
    }
  }
}
