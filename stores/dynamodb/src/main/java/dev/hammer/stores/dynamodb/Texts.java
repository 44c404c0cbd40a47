package dev.hammer.stores.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Texts as DynamoDB can keep them. UTF-8 has no form for half a surrogate pair, and keys have a
 * greatest length: a text of the first kind is spelled out as JSON, one of the second stands as its
 * hash, with the whole text in another attribute.
 */
final class Texts {
  /** The longest sort key, in bytes. */
  static final int SORT_KEY = 1_024;

  /** A noncharacter of Unicode; a text that begins with it is spelled out as well. */
  private static final char MARK = '\uFDD0';

  private Texts() {}

  static String encode(String text) {
    return isPlain(text) ? text : MARK + JsonText.write(Value.text(text));
  }

  static String decode(String stored) {
    return isMarked(stored)
        ? ((Value.Text) JsonText.parseWritten(stored.substring(1))).text()
        : stored;
  }

  /** As a key, or as the last part of one. */
  static String key(String text, int longest) {
    String encoded = encode(text);
    return bytes(encoded) <= longest ? encoded : hash(encoded);
  }

  /** As a part of a key that others follow after a slash. */
  static String segment(String text, int longest) {
    return text.indexOf('/') < 0 ? key(text, longest) : hash(encode(text));
  }

  /** For the readers of the predecessor, who know nothing of our spelling. */
  static String readable(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static boolean isPlain(String text) {
    return !isMarked(text) && UTF_8.newEncoder().canEncode(text);
  }

  private static boolean isMarked(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  private static String hash(String encoded) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded.getBytes(UTF_8));
      return MARK + "#" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
