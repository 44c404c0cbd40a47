package dev.hammer.app.config;

/** A file in which nothing more can be read from some place on. */
final class BrokenFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final int column;
  private final String remedy;

  BrokenFileException(Position at, String message, String remedy) {
    super(message);
    this.file = at.file();
    this.line = at.line();
    this.column = at.column();
    this.remedy = remedy;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }

  Position at() {
    return new Position(file, line, column);
  }
}
