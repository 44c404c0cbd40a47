package dev.hammer.aws;

import java.util.TreeSet;

/** Calls that share a tempo; those who wait, in the order of their coming. */
final class Line {
  private final String account;
  private final Lane lane;
  private final Tempo tempo;
  private final TreeSet<Turn> waiting = new TreeSet<>();
  private long admittedAt;

  Line(String account, Lane lane, Tempo tempo, long now) {
    this.account = account;
    this.lane = lane;
    this.tempo = tempo;
    this.admittedAt = now;
  }

  String account() {
    return account;
  }

  Lane lane() {
    return lane;
  }

  Tempo tempo() {
    return tempo;
  }

  void add(Turn turn) {
    waiting.add(turn);
  }

  boolean remove(Turn turn) {
    return waiting.remove(turn);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether nobody waits, and none of its service is under way. */
  boolean isIdle() {
    return waiting.isEmpty() && lane.inFlight() == 0;
  }

  /** Who waits longest; one that comes back from a pause came before those who wait since. */
  Turn first() {
    return waiting.first();
  }

  /** Whether the first who waits lacks nothing but a token. */
  boolean needsOnlyToken() {
    return waiting.first().hasLane() || lane.hasRoom();
  }

  /** Takes the first who waits out of the line, with a token and a place in the lane. */
  Turn admit(long now) {
    Turn turn = waiting.removeFirst();
    // Time without a token counts once, however many wait for it side by side.
    long began = Math.max(turn.cameAt(), admittedAt);
    long waited = Math.max(0, Math.min(now, tempo.dueAt()) - began);
    tempo.take(now);
    admittedAt = now;
    if (!turn.hasLane()) {
      lane.enter();
    }
    turn.admit(waited);
    return turn;
  }
}
