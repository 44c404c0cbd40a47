package dev.hammer.bench;

import java.util.List;

/** The middle of several runs, which one disturbed run does not move. */
final class Median {
  private Median() {}

  /** Of two in the middle, their mean. */
  static double of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
