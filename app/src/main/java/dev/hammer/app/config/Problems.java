package dev.hammer.app.config;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that one run tells it all. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void error(Position at, String key, String message, String remedy) {
    add(at, key, Problem.Level.ERROR, message, remedy);
  }

  void warning(Position at, String key, String message, String remedy) {
    add(at, key, Problem.Level.WARNING, message, remedy);
  }

  /** All of them, errors first, then by place. */
  List<Problem> sorted() {
    return found.stream().distinct().sorted().toList();
  }

  private void add(Position at, String key, Problem.Level level, String message, String remedy) {
    found.add(new Problem(at.file(), at.line(), at.column(), key, level, message, remedy));
  }
}
