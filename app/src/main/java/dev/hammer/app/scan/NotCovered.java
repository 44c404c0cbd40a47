package dev.hammer.app.scan;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Unit;

/**
 * Something a scan should have read and did not.
 *
 * @param whole whether nothing of the unit could be read, or only some verdicts are unknown
 */
public record NotCovered(Unit unit, boolean whole, ReadFailure why) {
  /** The reason as in JSON: denied, throttled, not_reached or error. */
  public String reason() {
    return switch (why.kind()) {
      case DENIED -> "denied";
      case THROTTLED -> "throttled";
      case NOT_REACHED -> "not_reached";
      case CREDENTIALS, NOT_ENABLED, UNREACHABLE, BROKEN, GONE, UNPARSABLE, ERROR, DEFECT ->
          "error";
    };
  }
}
