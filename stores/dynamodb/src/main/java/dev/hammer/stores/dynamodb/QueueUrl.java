package dev.hammer.stores.dynamodb;

import dev.hammer.core.resource.Region;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URL of a queue as some host answered it. AWS has had several hosts for the same queue, so
 * that one queue may be stored under any of its URLs.
 *
 * @param suffix how the names of hosts end there: {@code amazonaws.com}
 * @param path account and name
 */
record QueueUrl(Region region, String suffix, String path) {
  private static final String FIRST_REGION = "us-east-1";
  private static final Pattern URL =
      Pattern.compile("https?://(?:[A-Za-z0-9.-]+\\.)?(amazonaws\\.com(?:\\.cn)?)(/\\d{12}/[^/]+)");

  /** Reads an id; nothing if it is no URL of a queue of AWS. */
  static Optional<QueueUrl> of(String id, Region region) {
    Matcher matcher = URL.matcher(id);
    return region.isReal() && matcher.matches()
        ? Optional.of(new QueueUrl(region, matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** How it is spelled today, which is the id Hammer gives it. */
  String todays() {
    return "https://sqs." + region + "." + suffix + path;
  }

  /** All of its spellings, today's first. */
  List<String> spellings() {
    String old = "https://" + region + ".queue." + suffix + path;
    return region.name().equals(FIRST_REGION)
        ? List.of(todays(), old, "https://queue." + suffix + path)
        : List.of(todays(), old);
  }

  /** The same with one more, if it is another. */
  List<String> spellings(String stored) {
    return Stream.concat(spellings().stream(), Stream.of(stored)).distinct().toList();
  }
}
