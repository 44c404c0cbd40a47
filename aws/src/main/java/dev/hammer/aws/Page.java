package dev.hammer.aws;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param next the token of the next page, if there is one
 */
public record Page<T>(List<T> items, Optional<String> next) {
  /** A page whose service says that there are no more by a missing or an empty token. */
  public static <T> Page<T> of(List<T> items, @Nullable String next) {
    return new Page<>(items, Optional.ofNullable(next).filter(token -> !token.isEmpty()));
  }
}
