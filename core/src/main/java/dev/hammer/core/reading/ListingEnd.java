package dev.hammer.core.reading;

import java.util.List;

/** How a listing ended; only what was listed completely can prove that something is gone. */
public sealed interface ListingEnd {
  /** All pages were read. */
  record Complete() implements ListingEnd {}

  /** All pages were read, except below these parents. */
  record Partial(List<Gap> gaps) implements ListingEnd {
    public Partial {
      if (gaps.isEmpty()) {
        throw new IllegalArgumentException("a partial listing names its gaps");
      }
      gaps = List.copyOf(gaps);
    }
  }

  /** The listing stopped before its end. */
  record Broken(ReadFailure why) implements ListingEnd {}

  /** One parent whose children could not be listed. */
  record Gap(String parent, ReadFailure why) {}

  /** Complete if there are no gaps, else partial. */
  static ListingEnd of(List<Gap> gaps) {
    return gaps.isEmpty() ? new Complete() : new Partial(gaps);
  }
}
