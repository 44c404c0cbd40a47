package dev.hammer.app.whitelisting;

import java.util.Optional;

/**
 * Why, until when and by whom something is accepted, as typed.
 *
 * @param expires a date, days such as {@code 90d}, or {@code never}
 */
public record Acceptance(String reason, String expires, String owner, Optional<String> ticket) {
  public static final String USUAL_TIME = "90d";
}
