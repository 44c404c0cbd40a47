package dev.hammer.cli;

/** A shell whose command lines can be completed. */
public enum ShellName {
  BASH,
  ZSH
}
