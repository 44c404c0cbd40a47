package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an unquoted word of YAML stands for, by its core schema; numbers of any size are safe. */
final class Scalars {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,20}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");
  private static final int LONGEST_NUMBER = 60;

  private Scalars() {}

  static Value plain(String word) {
    return switch (word) {
      case "", "~", "null", "Null", "NULL" -> Value.absent();
      case "true", "True", "TRUE" -> Value.of(true);
      case "false", "False", "FALSE" -> Value.of(false);
      default -> number(word).<Value>map(Value::of).orElse(Value.text(word));
    };
  }

  /** The number, unless it is so large that nobody means it. */
  static Optional<BigDecimal> number(String word) {
    if (word.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    if (OCTAL.matcher(word).matches()) {
      return Optional.of(new BigDecimal(new BigInteger(word.substring(2), 8)));
    }
    if (HEXADECIMAL.matcher(word).matches()) {
      return Optional.of(new BigDecimal(new BigInteger(word.substring(2), 16)));
    }
    return NUMBER.matcher(word).matches() ? Optional.of(new BigDecimal(word)) : Optional.empty();
  }
}
