package dev.hammer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is typing, as Git or the operating system knows them. */
public final class Person {
  private static final Pattern SECTION = Pattern.compile("\\s*\\[([^\\]]*)\\].*");
  private static final Pattern EMAIL =
      Pattern.compile("\\s*email\\s*=\\s*\"?([^\"#;]+?)\"?\\s*([#;].*)?");

  private Person() {}

  /** The address by which Git signs; without one, the name of the user. */
  public static String of(Surroundings surroundings) {
    return variable(surroundings, "GIT_AUTHOR_EMAIL")
        .or(() -> signature(surroundings.home()))
        .or(() -> variable(surroundings, "USER"))
        .or(() -> variable(surroundings, "LOGNAME"))
        .or(() -> variable(surroundings, "USERNAME"))
        .orElseGet(() -> System.getProperty("user.name", "unknown"));
  }

  private static Optional<String> variable(Surroundings surroundings, String name) {
    return Optional.ofNullable(surroundings.environment().get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> signature(Path home) {
    return Stream.of(home.resolve(".gitconfig"), home.resolve(".config/git/config"))
        .flatMap(file -> email(file).stream())
        .findFirst();
  }

  private static Optional<String> email(Path file) {
    boolean isUser = false;
    for (String line : lines(file)) {
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        isUser = section.group(1).strip().equalsIgnoreCase("user");
      }
      Matcher email = EMAIL.matcher(line);
      if (isUser && email.matches()) {
        return Optional.of(email.group(1).strip());
      }
    }
    return Optional.empty();
  }

  /** What cannot be read names nobody. */
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
