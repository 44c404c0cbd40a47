package dev.hammer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void idsHaveEightDigitsOfCrockfordsBase32AndDoNotRepeat() {
    Ids ids = new Ids(new Random(7));

    assertThat(Stream.generate(ids).limit(1000))
        .allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{8}"))
        .doesNotHaveDuplicates();
  }
}
