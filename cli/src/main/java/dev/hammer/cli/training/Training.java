package dev.hammer.cli.training;

import dev.hammer.cli.Main;
import java.io.IOException;
import java.util.List;

/**
 * What the launcher's cache is made from: one small scan and the commands that follow it, as they
 * run every day. The launcher gives the process a home of its own and looks away.
 */
public final class Training {
  private Training() {}

  /** Runs the training; the exit code says whether every command ended as it should. */
  public static void main(String[] args) throws IOException {
    int worst = 0;
    try (PretendAnswers answers = PretendAnswers.start()) {
      String endpoint = answers.endpoint().toString();
      for (List<String> command :
          List.of(
              List.of("scan", "--endpoint-url", endpoint),
              List.of("scan", "--endpoint-url", endpoint, "-o", "json"),
              List.of("issues", "--endpoint-url", endpoint),
              List.of("issues", "--endpoint-url", endpoint, "-o", "json"),
              List.of("checks", "list"))) {
        worst = Math.max(worst, Main.run(command));
      }
    }
    System.exit(worst);
  }
}
