package dev.hammer.aws;

import java.util.function.Consumer;

/** One call from its coming to its end: it waits, goes, perhaps pauses and comes back. */
final class Turn implements Comparable<Turn> {
  /** Where a turn is. */
  enum State {
    WAITING,
    GOING,
    PAUSING,
    OVER
  }

  private final long number;
  private final Line line;
  private final Consumer<Turn> admission;
  private State state = State.WAITING;
  private boolean inLane;
  private long cameAt;
  private long waited;

  Turn(long number, Line line, long now, Consumer<Turn> admission) {
    this.number = number;
    this.line = line;
    this.cameAt = now;
    this.admission = admission;
  }

  Line line() {
    return line;
  }

  State state() {
    return state;
  }

  /** When it began to wait. */
  long cameAt() {
    return cameAt;
  }

  /** Nanoseconds its admissions were late because of rates, as counted by its line. */
  long waited() {
    return waited;
  }

  /** Whether it counts among the calls of its service that are under way, pausing or not. */
  boolean hasLane() {
    return inLane;
  }

  void admit(long late) {
    state = State.GOING;
    inLane = true;
    waited += late;
    admission.accept(this);
  }

  void pause() {
    state = State.PAUSING;
  }

  void comeBack(long now) {
    state = State.WAITING;
    cameAt = now;
  }

  void end() {
    state = State.OVER;
    inLane = false;
  }

  @Override
  public int compareTo(Turn other) {
    return Long.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
