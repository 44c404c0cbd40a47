package dev.hammer.cli;

/** Whose permissions are computed. */
public enum PolicyRole {
  /** The role that reads. */
  IDENTIFY
}
