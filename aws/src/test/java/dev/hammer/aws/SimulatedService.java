package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A service that enforces a rate, and a program that makes calls to it through a desk, with pauses
 * and attempts like those of the SDK; all in simulated time.
 */
final class SimulatedService {
  private static final int ATTEMPTS = 4;

  private final SimulatedTime time;
  private final Desk desk;
  private final Random random;
  private double size;
  private double perSecond;
  private final List<Request> requests = new ArrayList<>();
  private final List<Double> admissions = new ArrayList<>();
  private final Map<Turn, Integer> attempts = new HashMap<>();
  private double tokens;
  private long filledAt;
  private int failed;
  private int done;
  private long calledAt;

  SimulatedService(SimulatedTime time, Desk desk, double size, double perSecond, long seed) {
    this.time = time;
    this.desk = desk;
    this.size = size;
    this.perSecond = perSecond;
    this.tokens = size;
    this.random = new Random(seed);
  }

  /** One request as the service saw it. */
  record Request(double seconds, boolean throttled) {}

  /** From now on it enforces another rate. */
  void change(double newSize, double newPerSecond) {
    take();
    size = newSize;
    perSecond = newPerSecond;
  }

  /** Somebody wants so many calls, all at once. */
  void ask(String account, ApiCall call, int count) {
    for (int i = 0; i < count; i++) {
      long now = time.nanos();
      desk.arrive(desk.line(account, "eu-west-1", call, now), now, this::send);
    }
    pump();
  }

  List<Request> requests() {
    return requests;
  }

  /** When calls were let go, in seconds, as they come. */
  List<Double> admissions() {
    return admissions;
  }

  int done() {
    return done;
  }

  /** Calls that were throttled at every attempt. */
  int failed() {
    return failed;
  }

  long throttledSince(double seconds) {
    return requests.stream().filter(r -> r.seconds() >= seconds && r.throttled()).count();
  }

  long since(double seconds) {
    return requests.stream().filter(r -> r.seconds() >= seconds).count();
  }

  private void send(Turn turn) {
    int attempt = attempts.merge(turn, 1, Integer::sum);
    long sentAt = time.nanos();
    admissions.add(sentAt / 1e9);
    time.in(
        Duration.ofMillis(12 + random.nextInt(10)),
        () -> {
          boolean throttled = !take();
          requests.add(new Request(time.nanos() / 1e9, throttled));
          time.in(
              Duration.ofMillis(12 + random.nextInt(10)),
              () -> answer(turn, attempt, sentAt, throttled));
        });
  }

  private void answer(Turn turn, int attempt, long sentAt, boolean throttled) {
    long now = time.nanos();
    Line line = turn.line();
    if (!throttled) {
      line.tempo().answered(now);
      done++;
      desk.end(turn);
    } else {
      line.tempo().throttled(sentAt, now, line.lane().inFlight());
      if (attempt == ATTEMPTS) {
        failed++;
        desk.end(turn);
      } else {
        pause(turn, attempt, now);
      }
    }
    pump();
  }

  private void pause(Turn turn, int attempt, long now) {
    desk.pause(turn);
    long backoff = random.nextLong(Duration.ofMillis(500L << attempt).toNanos());
    long token = turn.line().tempo().readyAt(now) - now;
    time.in(
        Duration.ofNanos(Math.max(backoff, token)),
        () -> {
          desk.comeBack(turn, time.nanos());
          pump();
        });
  }

  private boolean take() {
    long now = time.nanos();
    tokens = Math.min(size, tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** Called again when the next token is there, once for each time. */
  private void pump() {
    long now = time.nanos();
    desk.admit(now);
    OptionalLong next = desk.nextAdmission(now);
    if (next.isPresent() && (calledAt <= now || next.getAsLong() < calledAt)) {
      calledAt = next.getAsLong();
      time.at(calledAt, this::pump);
    }
  }
}
