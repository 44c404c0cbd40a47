package dev.hammer.aws;

/** The calls of one service in an account and region that are under way: so many, and no more. */
final class Lane {
  private final int most;
  private int inFlight;

  Lane(int most) {
    this.most = most;
  }

  int inFlight() {
    return inFlight;
  }

  boolean hasRoom() {
    return inFlight < most;
  }

  void enter() {
    inFlight++;
  }

  void leave() {
    inFlight--;
  }
}
