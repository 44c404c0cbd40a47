package dev.hammer.app;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes ids of eight characters in Crockford's base 32, such as {@code 4h2k9m1q}. */
public record Ids(RandomGenerator random) implements Supplier<String> {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 8;

  @Override
  public String get() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return id.toString();
  }
}
