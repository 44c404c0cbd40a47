package dev.hammer.app.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds a request: the whole scope unless narrowed. */
public final class Ask {
  private List<String> accounts = List.of();
  private List<String> notAccounts = List.of();
  private List<String> regions = List.of();
  private List<String> checks = List.of();
  private List<String> services = List.of();
  private Optional<String> resource = Optional.empty();
  private boolean includeDisabled;
  private Duration timeout = ScanRequest.TIMEOUT;

  private Duration accountTimeout = ScanRequest.ACCOUNT_TIMEOUT;

  private Ask() {}

  public static Ask whole() {
    return new Ask();
  }

  public Ask accounts(String... names) {
    accounts = List.of(names);
    return this;
  }

  public Ask notAccounts(String... names) {
    notAccounts = List.of(names);
    return this;
  }

  public Ask regions(String... names) {
    regions = List.of(names);
    return this;
  }

  public Ask checks(String... ids) {
    checks = List.of(ids);
    return this;
  }

  public Ask services(String... names) {
    services = List.of(names);
    return this;
  }

  public Ask resource(String name) {
    resource = Optional.of(name);
    return this;
  }

  public Ask includingDisabled() {
    includeDisabled = true;
    return this;
  }

  public Ask within(Duration time) {
    timeout = time;
    return this;
  }

  public Ask eachWithin(Duration time) {
    accountTimeout = time;
    return this;
  }

  public ScanRequest request() {
    return new ScanRequest(
        accounts,
        notAccounts,
        regions,
        checks,
        services,
        resource,
        includeDisabled,
        timeout,
        accountTimeout);
  }
}
