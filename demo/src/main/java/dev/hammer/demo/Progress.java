package dev.hammer.demo;

/** Hears what is being done while something takes longer than a moment. */
@FunctionalInterface
public interface Progress {

  /** One line for a person, such as "Fetching 30 Python packages". */
  void line(String line);

  /** For those who only want the result. */
  static Progress silent() {
    return _ -> {};
  }
}
