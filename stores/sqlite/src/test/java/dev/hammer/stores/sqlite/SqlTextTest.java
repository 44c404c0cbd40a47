package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.store.HostileText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SqlTextTest {
  private static final char[] CRITICAL = {
    '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uFDD0', 'd', '8', '0'
  };

  @Test
  void ordinaryTextStaysAsItIs() {
    for (String text : new String[] {"", "logs", "K\u00f6ln \uD83D\uDD28", "it's"}) {
      assertThat(SqlText.encode(text)).isSameAs(text);
      assertThat(SqlText.decode(text)).isSameAs(text);
    }
  }

  @Test
  void hostileTextSurvivesUtf8() {
    HostileText.all().forEach(SqlTextTest::assertSurvives);
  }

  @Test
  void anyMixtureOfHalvesAndMarksSurvivesUtf8() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(CRITICAL[random.nextInt(CRITICAL.length)]);
      }
      assertSurvives(text.toString());
    }
  }

  private static void assertSurvives(String text) {
    byte[] utf8 = SqlText.encode(text).getBytes(StandardCharsets.UTF_8);

    assertThat(SqlText.decode(new String(utf8, StandardCharsets.UTF_8))).isEqualTo(text);
  }
}
