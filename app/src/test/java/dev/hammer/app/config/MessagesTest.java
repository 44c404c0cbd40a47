package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of faulty files, word by word; the words are in {@code messages.txt}. */
class MessagesTest {
  @TempDir private Path folder;

  /** Files, and what is said of them. */
  record Case(String title, Map<String, String> files, List<String> said) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MessagesTest.class.getResourceAsStream("messages.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n== ", -1)).skip(1).map(MessagesTest::parse);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyFaultIsToldInItsWords(Case wanted) {
    Desk desk = new Desk(folder);
    wanted.files().forEach(desk::with);

    LoadedConfig loaded =
        wanted.files().containsKey("config.json") ? desk.loadPredecessor() : desk.load();

    assertThat(Desk.lines(loaded)).containsExactlyElementsOf(wanted.said());
  }

  private static Case parse(String block) {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    List<String> lines = block.lines().toList();
    String file = "";
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("-- ")) {
        file = line.substring(3);
        files.put(file, "");
      } else if (line.startsWith("=> ")) {
        said.add(line.substring(3));
      } else {
        files.merge(file, line + "\n", String::concat);
      }
    }
    return new Case(lines.getFirst(), files, said);
  }
}
