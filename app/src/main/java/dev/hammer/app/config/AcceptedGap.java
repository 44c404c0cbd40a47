package dev.hammer.app.config;

import dev.hammer.core.whitelist.Glob;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the scope that may stay unread, such as an account of which nobody has the keys. It is
 * not planned and does not lower the coverage, but every scan names it.
 *
 * @param account id, name or glob of accounts
 * @param region name or glob of regions; absent means all, and what has no region
 * @param service name or glob of services; absent means all
 * @param expires when it is read again; absent means never
 */
public record AcceptedGap(
    String account,
    Optional<String> region,
    Optional<String> service,
    String reason,
    Optional<Instant> expires) {

  /** Whether it still holds. */
  public boolean isActive(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /**
   * Whether it names a part of the scope.
   *
   * @param names what the account may be called
   */
  public boolean covers(List<String> names, String regionName, String serviceName) {
    return names.stream().anyMatch(name -> matches(account, name))
        && region.filter(glob -> !matches(glob, regionName)).isEmpty()
        && service.filter(glob -> !matches(glob, serviceName)).isEmpty();
  }

  /** What it is about, for people: {@code account 111111111111, eu-west-1, rds}. */
  public String about() {
    return account
        + region.map(name -> ", " + name).orElse("")
        + service.map(name -> ", " + name).orElse("");
  }

  private static boolean matches(String glob, String text) {
    return Glob.of(glob.toLowerCase(Locale.ROOT)).matches(text.toLowerCase(Locale.ROOT));
  }
}
