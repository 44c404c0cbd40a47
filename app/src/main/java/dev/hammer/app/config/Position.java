package dev.hammer.app.config;

/** A place in a file; line and column from 1, or 0 for the file as a whole. */
record Position(String file, int line, int column) {
  static Position wholeOf(String file) {
    return new Position(file, 0, 0);
  }
}
