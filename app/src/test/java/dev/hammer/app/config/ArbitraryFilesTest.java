package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever lies in the files: problems come out, never an exception. */
class ArbitraryFilesTest {
  private static final List<String> FILES =
      List.of("hammer.yaml", "config.json", "whitelist.json", "ticket_owners.json", "fixnow.json");

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("hammer-arbitrary-files");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Property(tries = 150)
  void anyBytes(@ForAll byte[] bytes) {
    provesBothWays(bytes);
  }

  @Property(tries = 600)
  void anySequenceOfWordsThatMeanSomething(@ForAll("words") String text) {
    provesBothWays(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 250)
  void anyDamageToAGoodFile(
      @ForAll("places") int place, @ForAll("pieces") String piece, @ForAll("places") int cut) {
    String good = PredecessorFiles.CONFIG;
    int from = place % good.length();
    int to = Math.min(good.length(), from + cut % 7);
    provesBothWays(
        (good.substring(0, from) + piece + good.substring(to)).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(meaningful()).list().ofMaxSize(40).map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(meaningful());
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 100_000);
  }

  private static void provesBothWays(byte[] bytes) {
    Desk desk = new Desk(folder);
    FILES.forEach(file -> desk.with(file, bytes));
    for (LoadedConfig loaded : List.of(desk.load(), desk.loadPredecessor())) {
      assertThat(loaded.configuration().checks()).hasSize(13);
      assertThat(Desk.lines(loaded))
          .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cntrl}]"));
    }
  }

  private static List<String> meaningful() {
    return List.of(
        "aws",
        "accounts",
        "regions",
        "s3_bucket_acl",
        "secgrp_unrestricted_access",
        "enabled",
        "restricted_ports",
        "bu",
        "product",
        "account",
        "111111111111",
        "1",
        "-1",
        "1e999999999",
        "0x",
        "true",
        "null",
        "~",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "\\xZZ",
        "\\UFFFFFFFF",
        ":",
        ": ",
        ",",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "\n  ",
        "\t",
        "- ",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "!x ",
        "|\n",
        ">\n",
        "? ",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "@",
        "`",
        "\u0000",
        "\u001b[2J",
        "\u202e",
        "\ud83d\ude00",
        "\ufeff",
        "\u2028",
        "__c");
  }
}
