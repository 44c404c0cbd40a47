package dev.hammer.core.reading;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One readable part of a resource: read on first use, once, and shared by every check that asks.
 * The one mutable thing of a look, a memo under a lock.
 */
public final class Facet<T> {
  private final String name;
  private final List<ApiCall> calls;
  private final Supplier<T> read;
  private final Function<? super T, Value> toValue;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Reading<T> reading;

  private Facet(
      String name, List<ApiCall> calls, Supplier<T> read, Function<? super T, Value> toValue) {
    this.name = name;
    this.calls = List.copyOf(calls);
    this.read = read;
    this.toValue = toValue;
  }

  /**
   * A facet that reads with the given calls when first asked.
   *
   * @param read returns the value, or throws {@link UnreadableException}
   */
  public static <T> Facet<T> of(
      String name, List<ApiCall> calls, Supplier<T> read, Function<? super T, Value> toValue) {
    return new Facet<>(name, calls, read, toValue);
  }

  /** A facet that the listing already brought. */
  public static <T> Facet<T> known(String name, T value, Function<? super T, Value> toValue) {
    Facet<T> facet = new Facet<>(name, List.of(), () -> value, toValue);
    facet.reading = new Reading.Known<>(value);
    return facet;
  }

  public String name() {
    return name;
  }

  /** Every call reading it may make. */
  public List<ApiCall> calls() {
    return calls;
  }

  /**
   * What decides a verdict.
   *
   * @throws UnreadableException if it could not be read
   */
  public T get() {
    return switch (reading()) {
      case Reading.Known<T>(T value) -> value;
      case Reading.Unreadable<T>(ReadFailure why) -> throw new UnreadableException(why);
    };
  }

  /** What only mitigates, grades or decorates: a failure is part of the answer. */
  public Reading<T> reading() {
    Reading<T> done = reading;
    if (done != null) {
      return done;
    }
    lock.lock();
    try {
      Reading<T> other = reading;
      return other != null ? other : readNow();
    } finally {
      lock.unlock();
    }
  }

  /** What is known so far, without reading. */
  public Optional<Reading<T>> soFar() {
    return Optional.ofNullable(reading);
  }

  /** How the facet stands, as a value: known, unreadable with the reason, or not read. */
  public Value view() {
    Reading<T> now = reading;
    return switch (now) {
      case null -> Value.fields().put("not_read", true).build();
      case Reading.Known<T>(T value) -> toValue.apply(value);
      case Reading.Unreadable<T>(ReadFailure why) ->
          Value.fields()
              .put("unreadable", why.kind().words())
              .put("action", why.call().action())
              .build();
    };
  }

  /** A defect in reading costs this facet only, as a refusal would, and is not tried again. */
  private ReadFailure defect(RuntimeException defect) {
    if (calls.isEmpty()) {
      throw defect;
    }
    return ReadFailure.of(calls.getFirst(), ReadFailure.Kind.DEFECT, String.valueOf(defect));
  }

  private Reading<T> readNow() {
    Reading<T> result;
    try {
      result = new Reading.Known<>(read.get());
    } catch (UnreadableException unreadable) {
      result = new Reading.Unreadable<>(unreadable.failure());
    } catch (RuntimeException defect) {
      result = new Reading.Unreadable<>(defect(defect));
    }
    reading = result;
    return result;
  }
}
