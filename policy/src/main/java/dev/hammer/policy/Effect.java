package dev.hammer.policy;

/** What a statement does with the requests it matches. */
public enum Effect {
  ALLOW,
  DENY
}
