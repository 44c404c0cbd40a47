package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Decides who goes next: a call needs a token of its rate, room among the calls of its service, and
 * one of the places in all, and takes all three at the same moment, so nobody holds one while
 * waiting for another. Accounts take turns; within an account, whoever can go and has waited
 * longest goes first.
 *
 * <p>Knows no threads and no clock: every method is told what time it is. Not for several threads
 * at once.
 */
final class Desk {
  /** How long a left account is remembered: coming back at once must not make its bursts new. */
  private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(30);

  private record LaneKey(String account, String region, String service) {}

  private record LineKey(LaneKey lane, String bucket) {}

  private final Budget budget;
  private final int inAll;
  private final int perService;
  private final Map<LaneKey, Lane> lanes = new HashMap<>();
  private final Map<LineKey, Line> lines = new HashMap<>();

  /** Lines in which somebody waits, by account; who was served last comes last. */
  private final LinkedHashMap<String, Set<Line>> waiting = new LinkedHashMap<>();

  /** When accounts were left, the longest ago first. */
  private final LinkedHashMap<String, Long> left = new LinkedHashMap<>();

  private int going;
  private long arrivals;

  Desk(Budget budget, int inAll, int perService) {
    this.budget = budget;
    this.inAll = inAll;
    this.perService = perService;
  }

  /** The line of a call, which it stands in or spends tokens of. */
  Line line(String account, String region, ApiCall call, long now) {
    left.remove(account);
    Optional<PublishedRate> published = PublishedRates.of(call);
    String where = published.filter(PublishedRate::isGlobal).isPresent() ? "-" : region;
    LaneKey place = new LaneKey(account, where, call.service());
    Lane lane = lanes.computeIfAbsent(place, _ -> new Lane(perService));
    return lines.computeIfAbsent(
        new LineKey(place, published.map(PublishedRate::bucket).orElse("")),
        _ -> new Line(account, lane, Tempo.of(published, budget, now), now));
  }

  /** A call comes and waits. */
  Turn arrive(Line line, long now, Consumer<Turn> admission) {
    Turn turn = new Turn(arrivals++, line, now, admission);
    stand(turn);
    return turn;
  }

  /** Between two attempts a call keeps nobody from going but calls of its own service. */
  void pause(Turn turn) {
    if (turn.state() == Turn.State.GOING) {
      going--;
      turn.pause();
    }
  }

  /** A call that paused is ready for another attempt, and waits for a place and a token. */
  void comeBack(Turn turn, long now) {
    turn.comeBack(now);
    stand(turn);
  }

  /** Lets a waiting call go now, whatever it lacks; who comes after it waits the longer. */
  void force(Turn turn, long now) {
    if (turn.state() == Turn.State.WAITING) {
      unqueue(turn);
      turn.line().tempo().take(now);
      if (!turn.hasLane()) {
        turn.line().lane().enter();
      }
      going++;
      turn.admit(0);
    }
  }

  /** The call is over, or whoever made it waits no longer. */
  void end(Turn turn) {
    switch (turn.state()) {
      case WAITING -> unqueue(turn);
      case GOING -> going--;
      case PAUSING, OVER -> {}
    }
    if (turn.hasLane()) {
      turn.line().lane().leave();
    }
    turn.end();
  }

  /** Lets go all who can go now, and tells them. */
  void admit(long now) {
    while (going < inAll) {
      Optional<Line> next = next(now);
      if (next.isEmpty()) {
        return;
      }
      Line line = next.get();
      going++;
      line.admit(now);
      Set<Line> others = waiting.remove(line.account());
      if (others != null) {
        if (line.isEmpty()) {
          others.remove(line);
        }
        if (!others.isEmpty()) {
          waiting.put(line.account(), others);
        }
      }
    }
  }

  /** When the next call could go for which only the time has to come. */
  OptionalLong nextAdmission(long now) {
    return going >= inAll
        ? OptionalLong.empty()
        : waiting.values().stream()
            .flatMap(Set::stream)
            .filter(Line::needsOnlyToken)
            .mapToLong(line -> line.tempo().readyAt(now))
            .min();
  }

  /** An account is left: unless it is entered again, what is known about it is given up later. */
  void forget(String account, long now) {
    left.putLast(account, now);
    Set<String> gone = new HashSet<>();
    while (!left.isEmpty() && now - left.firstEntry().getValue() >= REMEMBERED) {
      gone.add(left.pollFirstEntry().getKey());
    }
    if (!gone.isEmpty()) {
      lines
          .entrySet()
          .removeIf(e -> gone.contains(e.getValue().account()) && e.getValue().isIdle());
      Set<LaneKey> used = new HashSet<>();
      lines.keySet().forEach(key -> used.add(key.lane()));
      lanes.keySet().retainAll(used);
    }
  }

  /** How many lines are remembered. */
  int size() {
    return lines.size();
  }

  private Optional<Line> next(long now) {
    for (Set<Line> lines : waiting.values()) {
      Optional<Line> first =
          lines.stream()
              .filter(Line::needsOnlyToken)
              .filter(line -> line.tempo().readyAt(now) <= now)
              .min(Comparator.comparing(Line::first));
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private void stand(Turn turn) {
    Line line = turn.line();
    line.add(turn);
    waiting.computeIfAbsent(line.account(), _ -> new LinkedHashSet<>()).add(line);
  }

  private void unqueue(Turn turn) {
    Line line = turn.line();
    line.remove(turn);
    Set<Line> lines = waiting.get(line.account());
    if (lines != null && line.isEmpty()) {
      lines.remove(line);
      if (lines.isEmpty()) {
        waiting.remove(line.account());
      }
    }
  }
}
