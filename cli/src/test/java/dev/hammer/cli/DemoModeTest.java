package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoModeTest {
  @TempDir Path folder;

  private Shell shell() {
    return new Shell(folder).with("HAMMER_CACHE", folder.resolve("cache").toString());
  }

  @Test
  void withoutADemoEveryCommandSaysHowToStartOne() {
    Golden.assertScreens(
        "demo-none",
        shell().run("--demo", "issues"),
        shell().with("HAMMER_DEMO", "1").run("show", "k7f39qpd"),
        shell().run("scan", "--demo", "-o", "json"),
        shell().run("demo", "--stop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--config=x", "--store=sqlite:x", "--profile=x", "--endpoint-url=http://x"})
  void theDemoMixesWithNothingReal(String option) {
    Shell.Ended ended = shell().run("issues", "--demo", option);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--demo has a configuration, a store and an AWS of its own");
  }

  @Test
  void commandsOfRemediesSpeakOfTheDemo() {
    assertThat(
            Spoken.of(
                "List them: hammer issues is:open, or start with: hammer scan", "hammer --demo"))
        .isEqualTo("List them: hammer --demo issues is:open, or start with: hammer --demo scan");
    assertThat(Spoken.of("Start it: hammer demo; all keys: hammer help filter", "hammer --demo"))
        .isEqualTo("Start it: hammer demo; all keys: hammer help filter");
  }

  @Test
  void whatTheDemoLacksIsNamedWithItsRemedy() {
    shell().write("cache", "a file where the folder should be");
    Shell.Ended ended = shell().run("demo");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("Cannot write /home/lea/cache/")
        .contains("  Make its folder writable, or name another one in HAMMER_CACHE.");
  }
}
