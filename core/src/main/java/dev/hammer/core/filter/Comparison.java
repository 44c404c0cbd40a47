package dev.hammer.core.filter;

import java.util.stream.Stream;

/** How a value is compared: the operators of severities, ages and dates. */
enum Comparison {
  IS(""),
  AT_LEAST(">="),
  ABOVE(">"),
  AT_MOST("<="),
  BELOW("<");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** The operator a text begins with; without one, equality. */
  static Comparison leading(String text) {
    return Stream.of(AT_LEAST, ABOVE, AT_MOST, BELOW)
        .filter(comparison -> text.startsWith(comparison.sign))
        .findFirst()
        .orElse(IS);
  }

  String sign() {
    return sign;
  }

  /** Whether it holds, given how the one lies to the other: below, at or above 0. */
  boolean holds(int order) {
    return switch (this) {
      case IS -> order == 0;
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
      case AT_MOST -> order <= 0;
      case BELOW -> order < 0;
    };
  }
}
