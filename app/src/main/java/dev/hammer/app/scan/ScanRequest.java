package dev.hammer.app.scan;

import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to look at. Empty lists narrow nothing. It is kept with its scan, so that another process
 * can go on with it.
 *
 * @param accounts ids, names, globs, {@code ou:ID} or {@code tag:KEY=VALUE}
 * @param notAccounts the same, left out
 * @param regions region names or globs; {@code all} narrows nothing
 * @param checks check ids or globs
 * @param services service names
 * @param resource ARN, id or alias of the one resource to look at again
 * @param includeDisabled look with checks that the configuration switches off, too
 * @param timeout after which the scan ends in order, with the rest named
 * @param accountTimeout after which one account is left, with the rest of it named
 */
public record ScanRequest(
    List<String> accounts,
    List<String> notAccounts,
    List<String> regions,
    List<String> checks,
    List<String> services,
    Optional<String> resource,
    boolean includeDisabled,
    Duration timeout,
    Duration accountTimeout) {
  public static final Duration TIMEOUT = Duration.ofHours(2);
  public static final Duration ACCOUNT_TIMEOUT = Duration.ofHours(1);

  private static final String FIELD = "request";

  public static final ScanRequest WHOLE =
      new ScanRequest(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          false,
          TIMEOUT,
          ACCOUNT_TIMEOUT);

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
        some,
        without,
        regions,
        checks,
        services,
        resource,
        includeDisabled,
        timeout,
        accountTimeout);
  }

  /** The same within other times. */
  public ScanRequest within(Duration time, Duration accountTime) {
    return new ScanRequest(
        accounts,
        notAccounts,
        regions,
        checks,
        services,
        resource,
        includeDisabled,
        time,
        accountTime);
  }

  /** The figures of a scan with what it was asked among them. */
  Value.Fields in(Value.Fields figures) {
    Value.Builder request = Value.fields();
    lists().forEach((name, texts) -> request.put(name, Value.texts(texts)));
    resource.ifPresent(name -> request.put("resource", name));
    return figures.with(FIELD, request.put("include_disabled", includeDisabled).build());
  }

  /** What a scan was asked; absent if it does not say. */
  static Optional<ScanRequest> of(Scan scan) {
    if (!(scan.figures().get(FIELD).orElse(null) instanceof Value.Fields request)) {
      return Optional.empty();
    }
    return Optional.of(
        new ScanRequest(
            texts(request, "accounts"),
            texts(request, "not_accounts"),
            texts(request, "regions"),
            texts(request, "checks"),
            texts(request, "services"),
            request.text("resource"),
            request.get("include_disabled").filter(Value.of(true)::equals).isPresent(),
            TIMEOUT,
            ACCOUNT_TIMEOUT));
  }

  private SortedMap<String, List<String>> lists() {
    SortedMap<String, List<String>> lists = new TreeMap<>();
    lists.put("accounts", accounts);
    lists.put("not_accounts", notAccounts);
    lists.put("regions", regions);
    lists.put("checks", checks);
    lists.put("services", services);
    return lists;
  }

  private static List<String> texts(Value.Fields request, String name) {
    return request.get(name).orElse(Value.absent()) instanceof Value.Items(List<Value> items)
        ? items.stream()
            .filter(Value.Text.class::isInstance)
            .map(item -> ((Value.Text) item).text())
            .toList()
        : List.of();
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
