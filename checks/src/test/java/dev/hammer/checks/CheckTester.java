package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.Settings;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.ReaderPlan;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.scan.UnitRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs one check on one resource the way the runner does, and holds it to what it says of itself:
 * every facet it reads is declared, what decides makes the verdict unknown when it cannot be read,
 * and what only explains never does.
 */
public final class CheckTester<S extends Snapshot> {
  private final CheckType<S> type;
  private final CheckContext context;

  private CheckTester(CheckType<S> type, CheckContext context) {
    this.type = type;
    this.context = context;
  }

  /** Tests the check with its default settings. */
  public static <S extends Snapshot> CheckTester<S> of(CheckType<S> type) {
    return new CheckTester<>(type, CheckContext.DEFAULTS);
  }

  public CheckTester<S> with(CheckContext other) {
    return new CheckTester<>(type, other);
  }

  /** The same check with a setting of another value. */
  public <T> CheckTester<S> with(Setting<T> setting, T value) {
    Settings settings = context.settings().with(setting, value);
    return new CheckTester<>(type, context.with(settings));
  }

  /** Judges a resource, reads the tags if it violates, and checks the declarations. */
  public Judgement judging(S snapshot) {
    List<Facet<?>> unread =
        snapshot.facets().stream().filter(facet -> facet.soFar().isEmpty()).toList();
    Recorder<S> recorder = new Recorder<>(type.make(context));
    Look look = look(snapshot, recorder);
    recorder.failOnDefect();
    Verdict verdict = recorder.verdict();
    unread.stream()
        .filter(facet -> facet.soFar().isPresent())
        .forEach(facet -> assertDeclared(facet, verdict));
    return new Judgement(
        verdict, look.violations().stream().findFirst(), Judgement.readOf(snapshot));
  }

  /**
   * Denies each facet in turn and compares the verdicts with a table.
   *
   * @param snapshot makes the resource with facets of the given maker
   * @param expected facet name to verdict in words, see {@link Judgement#inWords()}; all facets
   *     must be there
   */
  public void deniedTable(Function<Facets, S> snapshot, Map<String, String> expected) {
    Map<String, String> found = new TreeMap<>();
    for (Facet<?> facet : snapshot.apply(Facets.readable()).facets()) {
      Judgement judgement = judging(snapshot.apply(Facets.refusing(facet.name())));
      found.put(facet.name(), judgement.inWords());
    }
    assertThat(found).isEqualTo(new TreeMap<>(expected));
  }

  private Look look(S snapshot, Check<S> check) {
    var ref = snapshot.ref();
    Unit unit = new Unit(ref.account(), ref.region(), type.info().service());
    ReaderPlan<S> plan =
        new ReaderPlan<>(new Single<>(snapshot), type.reader().listing(), List.of(check));
    try {
      return new UnitRunner(snapshot::readAt, "test")
          .run(unit, List.of(plan), Optional.empty())
          .getFirst();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private void assertDeclared(Facet<?> facet, Verdict verdict) {
    CheckInfo info = type.info();
    assertThat(info.calls())
        .as("%s read facet %s without declaring its calls", info.id(), facet.name())
        .containsAll(facet.calls());
    failureOf(facet)
        .ifPresent(
            why -> {
              if (info.decides().contains(why.call())) {
                assertThat(isUnknown(verdict) || isProvenWithout(verdict, why))
                    .as("%s decides by %s, which was denied", info.id(), facet.name())
                    .isTrue();
              } else {
                assertThat(verdict)
                    .as("%s only explains by %s, which was denied", info.id(), facet.name())
                    .isNotInstanceOf(Verdict.Unknown.class);
              }
            });
  }

  private static boolean isUnknown(Verdict verdict) {
    return verdict instanceof Verdict.Unknown;
  }

  /** What proves a fault by itself needs nothing more, but says what it did without. */
  private static boolean isProvenWithout(Verdict verdict, ReadFailure why) {
    return verdict instanceof Verdict.Violating violating
        && violating.contextUnread().contains(why);
  }

  private static Optional<ReadFailure> failureOf(Facet<?> facet) {
    return facet.soFar().flatMap(reading -> failure(reading));
  }

  private static <T> Optional<ReadFailure> failure(Reading<T> reading) {
    return reading.failure();
  }

  /** A listing that brings one resource. */
  private record Single<S extends Snapshot>(S snapshot) implements Reader<S> {
    @Override
    public ListingEnd list(Consumer<? super S> found) {
      found.accept(snapshot);
      return new ListingEnd.Complete();
    }

    @Override
    public Optional<S> find(String name) {
      return Optional.of(snapshot).filter(one -> one.ref().isCalled(name));
    }
  }

  /** The check under test, whose verdict is kept, and whose defects are not taken for an answer. */
  private static final class Recorder<S extends Snapshot> implements Check<S> {
    private final Check<S> check;
    private final AtomicReference<Verdict> verdict = new AtomicReference<>();
    private final AtomicReference<RuntimeException> defect = new AtomicReference<>();

    Recorder(Check<S> check) {
      this.check = check;
    }

    @Override
    public CheckInfo info() {
      return check.info();
    }

    @Override
    public Verdict judge(S snapshot) {
      try {
        Verdict given = check.judge(snapshot);
        verdict.set(given);
        return given;
      } catch (UnreadableException unreadable) {
        verdict.set(new Verdict.Unknown(unreadable.failure()));
        throw unreadable;
      } catch (RuntimeException failed) {
        defect.set(failed);
        throw failed;
      }
    }

    void failOnDefect() {
      RuntimeException failed = defect.get();
      if (failed != null) {
        throw new AssertionError(info().id() + " failed", failed);
      }
    }

    Verdict verdict() {
      return Optional.ofNullable(verdict.get()).orElseThrow(AssertionError::new);
    }
  }
}
