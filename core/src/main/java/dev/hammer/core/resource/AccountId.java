package dev.hammer.core.resource;

import java.util.regex.Pattern;

/** The id of an AWS account: 12 digits. */
public record AccountId(String id) implements Comparable<AccountId> {
  private static final Pattern FORM = Pattern.compile("\\d{12}");

  public AccountId {
    if (!isValid(id)) {
      throw new IllegalArgumentException("account ids have 12 digits: \"" + id + "\"");
    }
  }

  public static AccountId of(String id) {
    return new AccountId(id);
  }

  /** Whether the text has the form of an account id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(AccountId other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
