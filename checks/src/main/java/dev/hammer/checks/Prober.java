package dev.hammer.checks;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.Trial.Outcome;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes probes for one account and region, and says what the answers to them prove. */
public final class Prober {
  /** A policy of the resource may refuse, too: only several refusals are the identity's. */
  private static final int SAMPLES = 3;

  private final AwsScope scope;

  public Prober(AwsScope scope) {
    this.scope = scope;
  }

  public AwsScope scope() {
    return scope;
  }

  /** The first page of a listing; its items are what other calls are tried on. */
  public <T> Sample<T> sample(ApiCall call, Supplier<List<T>> page) {
    return new Sample<>(
        () -> {
          List<T> items = new ArrayList<>();
          Outcome outcome = ask(call, true, () -> items.addAll(page.get()));
          return new Sample.Drawn<>(items, outcome);
        });
  }

  /**
   * A listing below each of some resources, such as the keys of users, until one has any.
   *
   * @param madeUp a name that nothing has, asked for where there are no such resources
   */
  public <P, T> Sample<T> sampleBelow(
      ApiCall call, Sample<P> parents, P madeUp, Function<P, List<T>> page) {
    return new Sample<>(
        () -> {
          List<T> items = new ArrayList<>();
          Outcome best = nothing("resource");
          List<P> known = parents.items();
          for (P parent : known.isEmpty() ? List.of(madeUp) : known) {
            best = better(best, ask(call, true, () -> items.addAll(page.apply(parent))));
            if (!items.isEmpty()) {
              break;
            }
          }
          return new Sample.Drawn<>(items, best);
        });
  }

  /** Tries a listing. */
  public Probe probe(ApiCall call, Sample<?> sample) {
    return new Probe(call, sample::outcome);
  }

  /** Tries a call that is about no resource in particular. */
  public Probe probe(ApiCall call, Runnable request) {
    return new Probe(call, () -> ask(call, true, request));
  }

  /**
   * Tries a call on a resource that was found, or on a name that nothing has. Only for services
   * that look at permissions before they look for the resource.
   */
  public <T> Probe probe(ApiCall call, Sample<T> on, T madeUp, Consumer<T> request) {
    return new Probe(
        call,
        () -> {
          List<T> found = on.items();
          T one = found.isEmpty() ? madeUp : found.getFirst();
          return ask(call, true, () -> request.accept(one));
        });
  }

  /**
   * Tries a call on a resource that was found. For calls that refuse a name nobody has as if it
   * were forbidden: without a resource nothing is proved.
   *
   * @param what to say when there is nothing to try it on
   */
  public <T> Probe probeOnlyFound(ApiCall call, Sample<T> on, String what, Consumer<T> request) {
    return new Probe(
        call,
        () ->
            on.items().stream()
                .findFirst()
                .map(one -> ask(call, false, () -> request.accept(one)))
                .orElseGet(() -> nothing(what)));
  }

  /**
   * Reads a facet of resources that were found. For services that answer "not found" to everybody:
   * without a resource nothing is proved.
   *
   * @param what to say when there is nothing to try it on
   */
  public <T> Probe reading(
      ApiCall call, Sample<T> on, String what, Function<? super T, Facet<?>> facet) {
    return new Probe(
        call,
        () -> {
          Outcome best = nothing(what);
          for (T one : on.items().stream().limit(SAMPLES).toList()) {
            best = better(best, read(facet.apply(one)));
            if (best instanceof Outcome.Allowed) {
              break;
            }
          }
          return best;
        });
  }

  /** Tries a call through the facet that makes it. */
  public Probe reading(ApiCall call, Supplier<Facet<?>> facet) {
    return new Probe(call, () -> read(facet.get()));
  }

  private static Outcome nothing(String what) {
    return new Outcome.Unproven("there is no " + what + " to try it on");
  }

  private static Outcome better(Outcome before, Outcome now) {
    boolean keeps =
        before instanceof Outcome.Allowed
            || (before instanceof Outcome.Denied && now instanceof Outcome.Unproven);
    return keeps ? before : now;
  }

  private static Outcome read(Facet<?> facet) {
    return facet
        .reading()
        .failure()
        .map(why -> outcome(why, false))
        .orElseGet(Outcome.Allowed::new);
  }

  /**
   * Asks, and hears what comes.
   *
   * @param missingProves whether "not found" is answered only to those who are allowed
   */
  private Outcome ask(ApiCall call, boolean missingProves, Runnable request) {
    try {
      scope.ask(
          call,
          () -> {
            request.run();
            return true;
          });
      return new Outcome.Allowed();
    } catch (UnreadableException unreadable) {
      return outcome(unreadable.failure(), missingProves);
    }
  }

  private static Outcome outcome(ReadFailure why, boolean missingProves) {
    return switch (why.kind()) {
      case DENIED -> new Outcome.Denied(why);
      case GONE ->
          missingProves ? new Outcome.Allowed() : new Outcome.Unproven("it vanished meanwhile");
      case UNPARSABLE -> new Outcome.Allowed();
      case THROTTLED, CREDENTIALS, NOT_ENABLED, UNREACHABLE, BROKEN, NOT_REACHED, ERROR, DEFECT ->
          new Outcome.Unproven(why.detail());
    };
  }
}
