package dev.hammer.app.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to look at. Empty lists narrow nothing.
 *
 * @param accounts ids, names, globs, {@code ou:ID} or {@code tag:KEY=VALUE}
 * @param notAccounts the same, left out
 * @param regions region names or globs; {@code all} narrows nothing
 * @param checks check ids or globs
 * @param services service names
 * @param resource ARN, id or alias of the one resource to look at again
 * @param includeDisabled look with checks that the configuration switches off, too
 * @param timeout after which the scan ends in order, with the rest named
 */
public record ScanRequest(
    List<String> accounts,
    List<String> notAccounts,
    List<String> regions,
    List<String> checks,
    List<String> services,
    Optional<String> resource,
    boolean includeDisabled,
    Duration timeout) {
  public static final Duration TIMEOUT = Duration.ofHours(2);

  public static final ScanRequest WHOLE =
      new ScanRequest(
          List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), false, TIMEOUT);

  public ScanRequest {
    accounts = List.copyOf(accounts);
    notAccounts = List.copyOf(notAccounts);
    regions = regions.contains("all") ? List.of() : List.copyOf(regions);
    checks = List.copyOf(checks);
    services = List.copyOf(services);
  }

  /** The same for other accounts. */
  ScanRequest ofAccounts(List<String> some, List<String> without) {
    return new ScanRequest(
        some, without, regions, checks, services, resource, includeDisabled, timeout);
  }

  /** Whether it covers all that the configuration covers. */
  public boolean isWhole() {
    return accounts.isEmpty()
        && notAccounts.isEmpty()
        && regions.isEmpty()
        && checks.isEmpty()
        && services.isEmpty()
        && resource.isEmpty();
  }
}
