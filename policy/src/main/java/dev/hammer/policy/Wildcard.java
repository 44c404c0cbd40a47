package dev.hammer.policy;

/** Patterns of actions and resources: a star stands for any text, a question mark for one sign. */
final class Wildcard {

  /** The longest an ARN can be; comparing longer ones would only serve to keep us busy. */
  private static final int LONGEST = 2048;

  private Wildcard() {}

  /**
   * Whether the pattern matches everything that the other one matches; a text without wildcards is
   * a pattern that matches itself. Errs on the side of no.
   */
  static boolean covers(String pattern, String other) {
    if (pattern.equals("*")) {
      return true;
    }
    if (pattern.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < other.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < pattern.length() && coversSign(pattern.charAt(at), other.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean coversSign(char sign, char other) {
    return sign == '?' ? other != '*' : sign == other;
  }

  /** Whether nothing can match both: they already differ before the first wildcard. */
  static boolean areDisjoint(String one, String other) {
    if (isLiteral(one)) {
      return !covers(other, one);
    }
    if (isLiteral(other)) {
      return !covers(one, other);
    }
    String prefix = literalPrefix(one);
    String otherPrefix = literalPrefix(other);
    return !prefix.startsWith(otherPrefix) && !otherPrefix.startsWith(prefix);
  }

  static boolean isLiteral(String pattern) {
    return literalPrefix(pattern).length() == pattern.length();
  }

  /** What stands before the first wildcard. */
  static String literalPrefix(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        return pattern.substring(0, i);
      }
    }
    return pattern;
  }
}
