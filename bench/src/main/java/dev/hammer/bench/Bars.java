package dev.hammer.bench;

import java.io.PrintStream;

/** Prints figures beside the bars they must stay under, and remembers whether all did. */
final class Bars {
  private final PrintStream out;
  private boolean held = true;

  Bars(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.println(text);
  }

  /** A figure that must not be above its bar. */
  void atMost(String what, double bar, double figure, String unit) {
    demand(figure <= bar, "%-34s %8.3f %s (bar %s)".formatted(what, figure, unit, plain(bar)));
  }

  /** A demand that is met or not. */
  void demand(boolean met, String what) {
    held &= met;
    line((met ? "held    " : "MISSED  ") + what);
  }

  boolean held() {
    return held;
  }

  private static String plain(double bar) {
    return bar == Math.rint(bar) ? Long.toString(Math.round(bar)) : Double.toString(bar);
  }
}
