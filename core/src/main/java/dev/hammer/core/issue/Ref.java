package dev.hammer.core.issue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The short name of an issue: the first 60 bits of SHA-256 over check, account and issue id, each
 * on a line, in Crockford's base 32. The same in every store, and computable for old tables.
 */
public record Ref(String text) implements Comparable<Ref> {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;
  private static final int SHOWN = 8;

  public static Ref of(IssueKey key) {
    byte[] hash =
        sha256()
            .digest(
                (key.check() + "\n" + key.account() + "\n" + key.issueId())
                    .getBytes(StandardCharsets.UTF_8));
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (hash[i] & 0xff);
    }
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(DIGITS.charAt((int) ((bits >>> (59 - 5 * i)) & 31)));
    }
    return new Ref(text.toString());
  }

  /** The first eight characters, as screens show it. */
  public String shown() {
    return text.substring(0, SHOWN);
  }

  /** Whether the text can be a ref or the beginning of one. */
  public static boolean isPrefix(String text) {
    return text.length() <= LENGTH && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }

  @Override
  public int compareTo(Ref other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
