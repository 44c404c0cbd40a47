package dev.hammer.testing.stub;

import java.util.Optional;

/** The one list in an answer, and how to write the answer again with a part of it. */
interface AnswerList {
  int size();

  /**
   * The answer with the elements from (inclusive) to (exclusive) and the token of the next page.
   */
  String keep(int from, int to, Optional<String> nextToken);
}
