package dev.hammer.cli;

import java.util.Arrays;
import java.util.List;

/** What stdout carries. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** One JSON document, result or error. */
  JSON,
  /** One JSON document on each line, then a summary; only where there is a list. */
  JSONL,
  /** One ref per line, for pipes. */
  ID;

  private static final List<String> OPTIONS = List.of("--output", "-o");

  /** Whether stdout carries JSON, results and errors alike. */
  boolean isJson() {
    return this == JSON || this == JSONL;
  }

  /** What a command line asks for that cannot be understood as a whole. */
  static OutputFormat of(List<String> words, OutputFormat otherwise) {
    OutputFormat wanted = otherwise;
    for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      wanted = of(words.get(i), next, wanted);
    }
    return wanted;
  }

  private static OutputFormat of(String word, String next, OutputFormat otherwise) {
    for (String option : OPTIONS) {
      if (word.equals(option)) {
        return named(next, otherwise);
      }
      if (word.startsWith(option + "=")) {
        return named(word.substring(option.length() + 1), otherwise);
      }
    }
    return word.startsWith("-o") ? named(word.substring(2), otherwise) : otherwise;
  }

  private static OutputFormat named(String name, OutputFormat otherwise) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(otherwise);
  }
}
