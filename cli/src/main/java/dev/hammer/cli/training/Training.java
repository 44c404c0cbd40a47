package dev.hammer.cli.training;

import dev.hammer.cli.HammerCli;
import dev.hammer.cli.Surroundings;
import dev.hammer.cli.terminal.ColorMode;
import dev.hammer.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One small scan and the commands that follow it, in a folder of its own, with nobody watching. */
public final class Training {
  private Training() {}

  /** Runs the training; the exit code says whether every command ended as it should. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("hammer-training-");
    int worst = 0;
    try (PretendAnswers answers = PretendAnswers.start()) {
      HammerCli cli = new HammerCli(alone(folder));
      String store = "sqlite:" + folder.resolve("training.db");
      String endpoint = answers.endpoint().toString();
      for (List<String> command :
          List.of(
              List.of("scan", "--store", store, "--endpoint-url", endpoint),
              List.of("scan", "--store", store, "--endpoint-url", endpoint, "-o", "json"),
              List.of("issues", "--store", store),
              List.of("issues", "--store", store, "-o", "json"),
              List.of("checks", "list"))) {
        worst = Math.max(worst, cli.run(command));
      }
    } finally {
      delete(folder);
    }
    System.exit(worst);
  }

  private static Surroundings alone(Path folder) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", folder.toString());
    Terminal terminal =
        new Terminal(nowhere, nowhere, false, true, true, 100, true, ColorMode.ALWAYS, environment);
    return new Surroundings(
        terminal, environment, folder, folder, InstantSource.system(), () -> "tra1n1ng");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException stays) {
                  throw new UncheckedIOException(stays);
                }
              });
    }
  }
}
