package dev.hammer.app.config;

/**
 * One resource that a file lists for a check and an account.
 *
 * @param check id of a check; in a whitelist also a pattern
 * @param account id of an account; in a whitelist also a pattern, or {@code ou:ID}
 * @param key path of the entry
 * @param node the entry, a text or an object
 */
record ListedItem(String check, String account, String item, String key, Node node) {
  /** Whether two files mean the same resource. */
  boolean isSameAs(ListedItem other) {
    return check.equals(other.check) && account.equals(other.account) && item.equals(other.item);
  }
}
