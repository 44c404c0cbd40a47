package dev.hammer.policy;

import java.util.regex.Pattern;

/** The form of account numbers. */
final class AccountIds {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  private AccountIds() {}

  static boolean isAccountId(String text) {
    return TWELVE_DIGITS.matcher(text).matches();
  }
}
