package dev.hammer.core.check;

/** How often a service is looked at. */
public enum Scope {
  /** Once per account. */
  GLOBAL,
  /** Once per account and enabled region. */
  REGIONAL
}
