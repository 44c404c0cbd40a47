package dev.hammer.core.filter;

import java.util.List;

/**
 * Why a filter cannot be understood.
 *
 * @param text the filter as typed
 * @param position the column of the mistake, counted from 1
 * @param message what is wrong, where, and what was probably meant; one line
 * @param valid what may stand there, sorted; empty if it cannot be listed
 */
public record FilterProblem(String text, int position, String message, List<String> valid)
    implements ParsedFilter {
  public FilterProblem {
    valid = valid.stream().sorted().toList();
  }

  /** The filter with a mark below the mistake, on two lines. */
  public String marked() {
    return text.replaceAll("\\p{Cntrl}", " ") + "\n" + " ".repeat(position - 1) + "^";
  }
}
