package dev.hammer.checks.iam;

import dev.hammer.core.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last recorded use of a key. IAM records it since April 2015, at most once in 15 minutes.
 *
 * @param at when, if ever
 * @param service where, if known
 * @param region in which region, if the service has regions
 */
record LastUse(Optional<Instant> at, Optional<String> service, Optional<String> region) {
  /** What IAM writes where there is nothing to tell. */
  private static final String NOTHING = "N/A";

  LastUse {
    service = service.filter(name -> !name.equals(NOTHING));
    region = region.filter(name -> !name.equals(NOTHING));
  }

  String inWords() {
    return at.map(moment -> "last used " + day(moment) + where()).orElse("never used");
  }

  private String where() {
    return Stream.concat(service.stream(), region.stream())
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), LastUse::inBrackets));
  }

  private static String inBrackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /** The day in UTC. */
  static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }

  Value toValue() {
    return Value.fields()
        .put("at", Value.instant(at))
        .put("service", Value.text(service))
        .put("region", Value.text(region))
        .build();
  }
}
