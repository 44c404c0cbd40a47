package dev.hammer.cli;

import java.util.List;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  /** Runs one command in the surroundings of this process and answers its exit code. */
  public static int run(List<String> arguments) {
    Surroundings surroundings = Surroundings.ofProcess();
    int code = new HammerCli(surroundings).run(arguments);
    surroundings.terminal().out().flush();
    surroundings.terminal().err().flush();
    return code;
  }
}
