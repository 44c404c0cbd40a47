package dev.hammer.app.config;

/** How deep and how large a configuration file may be; far beyond what a person would write. */
final class NodeLimits {
  static final int DEPTH = 40;
  static final int NODES = 500_000;
  static final int BYTES = 16 << 20;

  private NodeLimits() {}

  static BrokenFileException tooDeep(Position at) {
    return new BrokenFileException(
        at, "lists and objects are nested more than " + DEPTH + " deep", "flatten the file");
  }

  static BrokenFileException tooLarge(Position at) {
    return new BrokenFileException(
        at, "the file stands for more than 500,000 values", "use fewer aliases");
  }
}
