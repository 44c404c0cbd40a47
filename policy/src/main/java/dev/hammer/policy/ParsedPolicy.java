package dev.hammer.policy;

import java.util.List;

/** What came of reading a policy text. */
public sealed interface ParsedPolicy {

  /** A document that can be judged, and what was odd about it. */
  record Parsed(PolicyDocument document, List<String> warnings) implements ParsedPolicy {
    public Parsed {
      warnings = List.copyOf(warnings);
    }
  }

  /** An empty text: the resource has no policy. */
  record Absent() implements ParsedPolicy {}

  /**
   * A text that AWS would not take for a policy either. What it lets in is unknown, not nothing.
   *
   * @param why a sentence
   * @param line from 1
   * @param column from 1
   */
  record Unparsable(String why, int line, int column) implements ParsedPolicy {}
}
