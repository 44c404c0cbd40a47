package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;

/**
 * One resource that a file lists for a check and an account.
 *
 * @param key path of the entry
 * @param node the entry, a text or an object
 */
record ListedItem(String check, AccountId account, String item, String key, Node node) {
  /** Whether two files mean the same resource. */
  boolean isSameAs(ListedItem other) {
    return check.equals(other.check) && account.equals(other.account) && item.equals(other.item);
  }
}
