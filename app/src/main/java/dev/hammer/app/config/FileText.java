package dev.hammer.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file as UTF-8 text, and says why that did not work. */
final class FileText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  static String read(Path path, String shown) {
    Position whole = Position.wholeOf(shown);
    if (Files.isDirectory(path)) {
      throw new BrokenFileException(whole, "cannot read it: it is a folder", "name a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(NodeLimits.BYTES + 1);
      if (bytes.length > NodeLimits.BYTES) {
        throw new BrokenFileException(
            whole, "cannot read it: it is larger than 16 MiB", "name a configuration file");
      }
      return decode(bytes, shown);
    } catch (IOException failure) {
      throw unreadable(failure, shown);
    }
  }

  static BrokenFileException unreadable(IOException failure, String shown) {
    Position whole = Position.wholeOf(shown);
    return switch (failure) {
      case NoSuchFileException _ ->
          new BrokenFileException(whole, "cannot read it: there is no such file", "name another");
      case AccessDeniedException _ ->
          new BrokenFileException(
              whole, "cannot read it: permission denied", "make it readable for this user");
      default ->
          new BrokenFileException(
              whole, "cannot read it: " + Shown.visible(String.valueOf(failure.getMessage())), "");
    };
  }

  static String decode(byte[] bytes, String shown) {
    if (isUtf16(bytes)) {
      throw new BrokenFileException(
          new Position(shown, 1, 1), "the file is UTF-16", "save it as UTF-8");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    String text = withoutMark(out.flip().toString());
    if (result.isError()) {
      throw new BrokenFileException(
          position(shown, text, Integer.MAX_VALUE),
          "the byte 0x%02x is not UTF-8".formatted(bytes[in.position()] & 0xff),
          "save the file as UTF-8");
    }
    return text;
  }

  /** The place behind so many code points of a text, or at its end. */
  static Position position(String file, String text, int codePoints) {
    int line = 1;
    int column = 1;
    int[] points = text.codePoints().limit(codePoints).toArray();
    for (int point : points) {
      column = point == '\n' ? 1 : column + 1;
      line = point == '\n' ? line + 1 : line;
    }
    return new Position(file, line, column);
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
            || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
