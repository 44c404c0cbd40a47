package dev.hammer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BarsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Bars bars = new Bars(new PrintStream(written, true, StandardCharsets.UTF_8));

  @Test
  void aFigureAtTheBarHolds() {
    bars.atMost("wall time", 6, 6, "s");

    assertThat(bars.held()).isTrue();
    assertThat(written.toString(StandardCharsets.UTF_8)).startsWith("held ").contains("(bar 6)");
  }

  @Test
  void oneMissIsNotMadeGoodByOthers() {
    bars.atMost("wall time", 6, 6.01, "s");
    bars.atMost("peak", 256, 100, "MiB");

    assertThat(bars.held()).isFalse();
    assertThat(written.toString(StandardCharsets.UTF_8)).contains("MISSED");
  }
}
