package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Hashes that stay the same from run to run and release to release. */
final class Fingerprint {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private Fingerprint() {}

  static String sha256(String text) {
    return HexFormat.of().formatHex(hash(text));
  }

  /** The first characters of a hash in Crockford's base 32, at most 12. */
  static String base32(String text, int length) {
    byte[] hash = hash(text);
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = (bits << 8) | (hash[i] & 0xff);
    }
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(DIGITS.charAt((int) ((bits >>> (59 - 5 * i)) & 31)));
    }
    return out.toString();
  }

  /** One spelling for each value. */
  static String canonical(Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
      case Value.Num(BigDecimal number) -> number.toPlainString();
      case Value.Flag(boolean isTrue) -> Boolean.toString(isTrue);
      case Value.Absent _ -> "null";
      case Value.Items(List<Value> items) ->
          items.stream().map(Fingerprint::canonical).collect(Collectors.joining(",", "[", "]"));
      case Value.Fields(List<Value.Field> fields) ->
          fields.stream()
              .map(f -> canonical(Value.text(f.name())) + ":" + canonical(f.value()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
