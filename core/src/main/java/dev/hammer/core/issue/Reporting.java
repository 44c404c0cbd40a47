package dev.hammer.core.issue;

import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * What belongs to reporting: identification reads it and never writes it, except that a new life
 * starts with none.
 *
 * @param ticket the predecessor's {@code jira_details}, never compared
 */
public record Reporting(Optional<Instant> reported, Optional<Instant> closed, Value.Fields ticket) {
  public static final Reporting NONE =
      new Reporting(Optional.empty(), Optional.empty(), Value.Fields.NONE);
}
