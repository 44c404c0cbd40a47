package dev.hammer.testing.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The bytes of a request or an answer, never changed. */
public final class Body {
  private static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body empty() {
    return EMPTY;
  }

  public static Body of(String text) {
    return new Body(text.getBytes(UTF_8));
  }

  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    return new String(bytes, UTF_8);
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The first half, as when a connection or a proxy loses the rest. */
  public Body half() {
    return new Body(Arrays.copyOf(bytes, bytes.length / 2));
  }

  @Override
  public String toString() {
    return text();
  }
}
