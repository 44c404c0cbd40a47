package dev.hammer.policy;

import java.util.Locale;

/** What somebody can do with what a statement grants, the least first. */
public enum AccessGrade {
  /** Nothing with this kind of resource. */
  NONE,
  /** Read settings and tags. */
  METADATA,
  /** List what is there. */
  LIST,
  /** Put messages in, without seeing or changing what is there. */
  SEND,
  /** Read the data. */
  READ,
  /** Change or delete data or settings. */
  WRITE,
  /** Change who may do what. */
  PERMISSIONS;

  /** The name in lower case, as shown and stored. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether data can be read, changed or deleted, now or after helping oneself to permissions. */
  public boolean reachesData() {
    return compareTo(READ) >= 0;
  }

  AccessGrade or(AccessGrade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
