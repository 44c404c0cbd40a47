package dev.hammer.testing.stub;

/** Which of the fitting calls a fault strikes. */
public sealed interface Occasion {

  static Occasion always() {
    return new Always();
  }

  static Occasion first(int count) {
    return new First(count);
  }

  static Occasion page(int number) {
    return new OnPage(number);
  }

  /** Whether the nth fitting call is struck, counted from 1, which asks for this page. */
  boolean strikes(int nth, int page);

  /** Every call. */
  record Always() implements Occasion {
    @Override
    public boolean strikes(int nth, int page) {
      return true;
    }
  }

  /** The first few calls, retries counted. */
  record First(int count) implements Occasion {
    @Override
    public boolean strikes(int nth, int page) {
      return nth <= count;
    }
  }

  /** Calls for one page of a list, counted from 1. */
  record OnPage(int number) implements Occasion {
    @Override
    public boolean strikes(int nth, int page) {
      return page == number;
    }
  }
}
