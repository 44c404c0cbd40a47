package dev.hammer.testing.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the next page begins and which page that is; good for the operation that gave it alone. */
record PageToken(int offset, int page) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})/(.*)");

  static PageToken first() {
    return new PageToken(0, 1);
  }

  String written(Target target) {
    String text = offset + "/" + page + "/" + target;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /** The token this stub gave for the same operation, or nothing for any other text. */
  static Optional<PageToken> read(String written, Target target) {
    Matcher text = TEXT.matcher(decoded(written));
    if (!text.matches() || !text.group(3).equals(target.toString())) {
      return Optional.empty();
    }
    return Optional.of(
        new PageToken(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2))));
  }

  private static String decoded(String written) {
    try {
      return new String(Base64.getUrlDecoder().decode(written), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
