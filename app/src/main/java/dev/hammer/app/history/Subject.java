package dev.hammer.app.history;

import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import java.util.List;

/** Whose history is asked for. */
public sealed interface Subject {
  /** As it could be typed. */
  String typed();

  /** That of every issue. */
  record Everything() implements Subject {
    @Override
    public String typed() {
      return "";
    }
  }

  /** That of one. */
  record One(Issue issue) implements Subject {
    @Override
    public String typed() {
      return issue.ref().text();
    }
  }

  /**
   * That of the issues a filter selects as they stand now.
   *
   * @param words as they were typed
   */
  record Some(Filter filter, List<String> words) implements Subject {
    public Some {
      words = List.copyOf(words);
    }

    @Override
    public String typed() {
      return String.join(" ", words);
    }
  }
}
