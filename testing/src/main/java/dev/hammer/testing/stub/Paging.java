package dev.hammer.testing.stub;

/**
 * How lists are cut: the largest page, whether an empty page that has a token comes first (legal on
 * AWS), and whether each page begins with the last element of the one before.
 */
public record Paging(int size, boolean emptyFirst, boolean repeating) {

  public Paging {
    if (size < 1) {
      throw new IllegalArgumentException("A page holds one element or more, not " + size);
    }
    if (repeating && size < 2) {
      throw new IllegalArgumentException("Pages of one element cannot repeat one and go on");
    }
  }

  /** Answers pass as they are. */
  public static Paging whole() {
    return of(Integer.MAX_VALUE);
  }

  public static Paging of(int size) {
    return new Paging(size, false, false);
  }

  public Paging withEmptyFirst() {
    return new Paging(size, true, repeating);
  }

  public Paging withRepeats() {
    return new Paging(size, emptyFirst, true);
  }

  public boolean isWhole() {
    return size == Integer.MAX_VALUE;
  }
}
