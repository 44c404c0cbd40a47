package dev.hammer.testing.stub;

import java.util.List;

/**
 * A token bucket that the stub keeps for each account and region, as AWS does.
 *
 * @param pattern the calls it is about
 * @param size how many tokens it holds, and has at the start
 * @param perSecond how many come back each second
 * @param each whether each operation has one of its own, or all that match share one
 */
public record Rate(CallPattern pattern, double size, double perSecond, boolean each) {
  /** What AWS publishes for services that are read here. */
  public static final List<Rate> PUBLISHED =
      List.of(
          each("ec2", "*", 100, 20),
          shared("sts", "*", 600, 600),
          shared("cloudtrail", "*", 10, 10),
          each("organizations", "ListAccounts", 12, 8),
          each("organizations", "ListAccountsForParent", 8, 5),
          each("organizations", "ListTagsForResource", 15, 10));

  public Rate {
    if (size < 1 || perSecond <= 0) {
      throw new IllegalArgumentException(
          "A bucket holds a token or more and is filled again, not " + size + "/" + perSecond);
    }
  }

  public static Rate each(String service, String operation, double size, double perSecond) {
    return new Rate(CallPattern.of(service, operation), size, perSecond, true);
  }

  public static Rate shared(String service, String operation, double size, double perSecond) {
    return new Rate(CallPattern.of(service, operation), size, perSecond, false);
  }

  /** One rate from text such as {@code each ec2 Describe* 100 20}. */
  static Rate parse(String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length != 5 || !List.of("each", "shared").contains(words[0])) {
      throw new IllegalArgumentException(
          "Not a rate: " + line + "; write each|shared SERVICE OPERATION SIZE PER-SECOND");
    }
    return new Rate(
        CallPattern.of(words[1], words[2]),
        Double.parseDouble(words[3]),
        Double.parseDouble(words[4]),
        words[0].equals("each"));
  }
}
