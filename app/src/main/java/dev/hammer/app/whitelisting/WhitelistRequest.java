package dev.hammer.app.whitelisting;

import java.util.Optional;

/**
 * What somebody asks to accept, as typed.
 *
 * @param subject the check; where no resource is given, any name of an issue
 * @param resource id, ARN or alias of the resource; {@code *} stands for any text
 * @param account id of the account, or its name in the configuration
 * @param expires a date, days such as {@code 90d}, or {@code never}
 */
public record WhitelistRequest(
    String subject,
    Optional<String> resource,
    Optional<String> account,
    String reason,
    String expires,
    String owner,
    Optional<String> ticket) {
  public static final String USUAL_TIME = "90d";
}
