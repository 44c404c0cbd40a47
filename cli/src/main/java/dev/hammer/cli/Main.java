package dev.hammer.cli;

import java.util.List;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Surroundings surroundings = Surroundings.ofProcess();
    int code = new HammerCli(surroundings).run(List.of(args));
    surroundings.terminal().out().flush();
    surroundings.terminal().err().flush();
    System.exit(code);
  }
}
