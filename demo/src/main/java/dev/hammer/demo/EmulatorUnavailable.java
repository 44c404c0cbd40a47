package dev.hammer.demo;

import java.nio.file.Path;

/** The pretend AWS cannot be had on this machine; the message says why and what to do. */
public final class EmulatorUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  EmulatorUnavailable(String problem, String remedy) {
    super(problem + "\n" + remedy);
    this.remedy = remedy;
  }

  EmulatorUnavailable(String problem, String remedy, Throwable cause) {
    super(problem + "\n" + remedy, cause);
    this.remedy = remedy;
  }

  /** What to do about it, in one or two sentences. */
  public String remedy() {
    return remedy;
  }

  static EmulatorUnavailable unwritable(Path file, Throwable cause) {
    return new EmulatorUnavailable(
        "Cannot write " + file + ": " + cause,
        "Make its folder writable, or name another one in HAMMER_CACHE.",
        cause);
  }
}
