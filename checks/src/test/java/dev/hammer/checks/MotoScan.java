package dev.hammer.checks;

import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.AwsScope;
import dev.hammer.aws.CallLog;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.aws.RoleEntry;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.scan.UnitRunner;
import dev.hammer.core.value.Value;
import dev.hammer.testing.MotoAws;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the pretend AWS through the product's own connection, as a scan does. */
public final class MotoScan implements AutoCloseable {
  private static final RoleEntry ROLE =
      new RoleEntry("hammer-identify", Optional.empty(), "hammer-test", Duration.ofHours(1));

  private final AwsConnection connection =
      new AwsConnection(AwsOptions.DEFAULTS, () -> TestScope.NOW, CallLog.NONE);
  private final Map<String, AccountAccess> accounts = new HashMap<>();

  /** An account seen from a region, {@code global} included; members are entered by their role. */
  public AwsScope scope(String account, String region) {
    return accounts.computeIfAbsent(account, this::enter).in(Region.of(region));
  }

  /** Runs all checks of a service with their defaults, or with what is given for some of them. */
  public List<Look> look(String account, String region, String service, CheckContext context) {
    Map<String, CheckContext> enabled =
        Catalogue.infos().stream()
            .filter(info -> info.service().equals(service))
            .collect(Collectors.toMap(info -> info.id(), _ -> context));
    Unit unit = new Unit(AccountId.of(account), Region.of(region), service);
    try {
      return new UnitRunner(() -> TestScope.NOW, "test")
          .run(unit, Catalogue.plans(scope(account, region), service, enabled), Optional.empty());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** What violates: check and id to severity, and {@code latent} if it is. */
  public static SortedMap<String, String> violations(List<Look> looks) {
    SortedMap<String, String> found = new TreeMap<>();
    for (Look look : looks) {
      look.violations()
          .forEach(
              judged ->
                  found.put(
                      look.slice().check() + " " + judged.ref().id(),
                      judged.verdict().severity().word()
                          + (judged.verdict().latent() ? " latent" : "")));
    }
    return found;
  }

  /** Lists everything and reads every facet: id to all that is known of it. */
  public static <S extends Snapshot> SortedMap<String, Value> readAll(
      ReaderType<S> type, AwsScope scope) {
    SortedMap<String, Value> all = new TreeMap<>();
    ListingEnd end =
        type.opening()
            .open(scope, Set.of())
            .list(
                snapshot -> {
                  snapshot.facets().forEach(facet -> facet.reading());
                  Value twice = all.put(snapshot.ref().id(), snapshot.view());
                  if (twice != null) {
                    throw new AssertionError(snapshot.ref().id() + " was listed twice");
                  }
                });
    if (!(end instanceof ListingEnd.Complete)) {
      throw new AssertionError("the listing ended " + end);
    }
    return all;
  }

  /** Runs something for a fresh look and closes it. */
  public static <T> T once(Function<MotoScan, T> look) {
    try (MotoScan scan = new MotoScan()) {
      return look.apply(scan);
    }
  }

  @Override
  public void close() {
    accounts.values().forEach(AccountAccess::close);
    connection.close();
  }

  private AccountAccess enter(String account) {
    AccountId id = AccountId.of(account);
    return account.equals(MotoAws.MAIN)
        ? connection.own(
            new CallerIdentity(id, "arn:aws:iam::" + account + ":root", Optional.empty()))
        : connection.member(id, ROLE);
  }
}
