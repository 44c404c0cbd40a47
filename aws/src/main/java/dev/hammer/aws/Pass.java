package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.util.Optional;

/**
 * The right to make one call, with all its attempts. Belongs to the thread that makes the call. A
 * call within a call has one without a turn: it waits for nothing, and spends tokens all the same.
 */
final class Pass {
  private final ApiCall call;
  private final Line line;
  private final Optional<Turn> turn;
  private boolean prepaid;
  private long sentAt;

  private Pass(ApiCall call, Line line, Optional<Turn> turn) {
    this.call = call;
    this.line = line;
    this.turn = turn;
    this.prepaid = turn.isPresent();
  }

  /** Of a call that was admitted, and has a token for its first attempt. */
  static Pass of(ApiCall call, Turn turn) {
    return new Pass(call, turn.line(), Optional.of(turn));
  }

  static Pass within(ApiCall call, Line line) {
    return new Pass(call, line, Optional.empty());
  }

  ApiCall call() {
    return call;
  }

  Line line() {
    return line;
  }

  Optional<Turn> turn() {
    return turn;
  }

  /** Whether a token was taken that no attempt has used yet; it is used now. */
  boolean usePrepaid() {
    boolean was = prepaid;
    prepaid = false;
    return was;
  }

  void sent(long now) {
    sentAt = now;
  }

  /** When its latest attempt went out. */
  long sentAt() {
    return sentAt;
  }
}
