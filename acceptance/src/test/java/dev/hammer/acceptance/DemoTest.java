package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.demo.CacheFolder;
import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as the first thing anyone tries: no account, no credentials, no settings. */
@MotoTest
class DemoTest {
  private static final int CHECKS = 13;

  @TempDir private Path home;

  @Test
  void showsABadEstateUntilItIsStopped(MotoAws aws) throws IOException {
    assertThat(aws.emulator()).as("its Python environment is there").isNotNull();
    Hammer hammer = Hammer.in(home, Map.of()).with("HAMMER_CACHE", cache().toString());
    hammer.run("--demo", "scan").exits(2).says("No demo is running", "hammer demo");
    try {
      Outcome demo = hammer.run("demo").exits(0);
      assertThat(demo.out()).contains("Coverage 100 %", "CRITICAL", "hammer --demo show");
      assertThat(demo.err()).contains("127.0.0.1", "No credentials");

      Json issues = hammer.run("--demo", "issues", "-o", "json").exits(0).json();
      assertThat(issues.decimal("coverage.percent")).isEqualTo(100.0);
      assertThat(issues.list("items"))
          .allSatisfy(it -> assertThat(it.flag("verified")).isTrue())
          .extracting(it -> it.text("check"))
          .satisfies(checks -> assertThat(List.copyOf(checks).stream().distinct()).hasSize(CHECKS));
      String ref = issues.list("items").getFirst().text("ref");
      assertThat(hammer.run("--demo", "show", ref).exits(0).out())
          .contains(ref, "History", "found");

      Json again = hammer.run("scan", "--demo", "-o", "json").exits(0).json();
      assertThat(again.text("scan.outcome")).isEqualTo("complete");
      assertThat(again.list("items")).as("news").isEmpty();
    } finally {
      hammer.run("demo", "--stop").exits(0);
    }
    hammer.run("--demo", "issues").exits(2).says("No demo is running");
    assertThat(hammer.files()).allMatch(name -> name.startsWith("cache/demo/"));
  }

  /** A cache of its own, so that nobody's demo is in the way; what takes long to make is shared. */
  private Path cache() throws IOException {
    Path cache = Files.createDirectory(home.resolve("cache"));
    Path python = CacheFolder.of(System.getenv()).resolve("moto").toAbsolutePath();
    Files.createSymbolicLink(cache.resolve("moto"), python);
    Files.createSymbolicLink(
        cache.resolve("aot"), Files.createDirectories(Hammer.CACHE.resolve("aot")));
    return cache;
  }
}
