package dev.hammer.aws;

/**
 * How much of the rates that AWS publishes we may take; the rest is for others in the account.
 *
 * @param percent from 1 to 100
 */
public record Budget(int percent) {
  /** A third of what AWS allows. */
  public static final Budget THIRD = new Budget(33);

  public Budget {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a budget is from 1 to 100 per cent, not " + percent);
    }
  }

  /** The share as a factor; what was not asked for is exactly a third. */
  double share() {
    return equals(THIRD) ? 1 / 3.0 : percent / 100.0;
  }
}
