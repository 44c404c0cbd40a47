package dev.hammer.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.demo.CacheFolder;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("moto")
class DemoEstateTest {
  private static Emulator emulator;
  private static DemoAccounts accounts;

  @BeforeAll
  static void seed() {
    emulator = Emulator.start(CacheFolder.of(System.getenv()), Progress.silent());
    long t = System.nanoTime();
    accounts = DemoEstate.seed(emulator);
    System.err.println("SEED " + (System.nanoTime() - t) / 1_000_000);
    t = System.nanoTime();
    DemoEstate.seed(emulator);
    System.err.println("SEED " + (System.nanoTime() - t) / 1_000_000);
    accounts.expected().forEach(System.err::println);
  }

  @AfterAll
  static void end() {
    emulator.close();
  }

  @Test
  void laterProcessFindsTheSeededEstate() {
    assertThat(DemoEstate.of(emulator).isPresent()).isTrue();
  }
}
