package dev.hammer.core.filter;

import java.util.List;

/** Something in a filter that makes no sense; never leaves the parser. */
final class Misunderstanding extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final transient List<String> valid;

  Misunderstanding(String what, String remedy, List<String> valid) {
    super(what, null, false, false);
    this.remedy = remedy;
    this.valid = List.copyOf(valid);
  }

  FilterProblem at(String text, int position) {
    String message = getMessage() + " at column " + position;
    return new FilterProblem(
        text, position, remedy.isEmpty() ? message : message + "; " + remedy, valid);
  }
}
