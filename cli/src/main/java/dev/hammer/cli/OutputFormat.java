package dev.hammer.cli;

/** What stdout carries. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** One JSON document, result or error. */
  JSON,
  /** One ref per line, for pipes. */
  ID
}
