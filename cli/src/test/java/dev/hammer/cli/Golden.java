package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Screens as they are meant to be, one file for each; with {@code -Dupdate.golden} they are written
 * anew instead of compared.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The screens, one after the other, are as the file has them. */
  public static void assertScreens(String name, Shell.Ended... ended) {
    assertText(
        name, Arrays.stream(ended).map(Shell.Ended::screen).collect(Collectors.joining("\n")));
  }

  /** The text is as the file has it. */
  public static void assertText(String name, String text) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("update.golden") || "".equals(System.getProperty("update.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(file).as("run with -Dupdate.golden to write it").exists();
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
