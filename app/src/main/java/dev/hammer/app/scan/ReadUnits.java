package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The units that a scan read completely, kept with the scan so that two scans can be compared. Most
 * accounts are read alike, so they are written in groups, and regions as bits of a number.
 */
public final class ReadUnits {
  private static final String FIELD = "read";
  private static final String REGIONS = "regions";
  private static final String GROUPS = "groups";
  private static final String ACCOUNTS = "accounts";
  private static final String SERVICES = "services";
  private static final int HEX = 16;

  /** Stores limit an entry to some hundred thousand bytes; beyond this nothing is kept. */
  private static final int MOST_ACCOUNTS = 10_000;

  private static final int MOST_GROUPS = 500;

  private final SortedMap<AccountId, SortedMap<String, BigInteger>> accounts = new TreeMap<>();
  private final Map<Region, Integer> regions = new LinkedHashMap<>();

  /** Adds a unit that was read completely. */
  void add(Unit unit) {
    Integer known = regions.putIfAbsent(unit.region(), regions.size());
    int number = known == null ? regions.size() - 1 : known;
    accounts
        .computeIfAbsent(unit.account(), _ -> new TreeMap<>())
        .merge(unit.service(), BigInteger.ZERO.setBit(number), BigInteger::or);
  }

  /** The figures of a scan with these units among them. */
  Value.Fields in(Value.Fields figures) {
    return write().map(units -> figures.with(FIELD, units)).orElse(figures);
  }

  /** What a scan read completely; absent if it never ended, or did not say. */
  public static Optional<SortedSet<Unit>> of(Scan scan) {
    return scan.figures().get(FIELD).map(ReadUnits::read);
  }

  private Optional<Value> write() {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    accounts.forEach(
        (account, services) ->
            groups.computeIfAbsent(services.toString(), _ -> new ArrayList<>()).add(account.id()));
    if (accounts.size() > MOST_ACCOUNTS || groups.size() > MOST_GROUPS) {
      return Optional.empty();
    }
    List<Value> written = new ArrayList<>();
    for (List<String> group : groups.values()) {
      Value.Builder services = Value.fields();
      accounts
          .getOrDefault(AccountId.of(group.getFirst()), new TreeMap<>())
          .forEach((service, bits) -> services.put(service, bits.toString(HEX)));
      written.add(
          Value.fields().put(ACCOUNTS, Value.texts(group)).put(SERVICES, services.build()).build());
    }
    return Optional.of(
        Value.fields()
            .put(REGIONS, Value.texts(regions.keySet().stream().map(Region::name).toList()))
            .put(GROUPS, Value.items(written))
            .build());
  }

  private static SortedSet<Unit> read(Value stored) {
    Value.Fields fields = (Value.Fields) stored;
    List<Region> regions = texts(fields, REGIONS).stream().map(Region::of).toList();
    SortedSet<Unit> units = new TreeSet<>();
    for (Value group : ((Value.Items) fields.get(GROUPS).orElseThrow()).items()) {
      List<String> accounts = texts((Value.Fields) group, ACCOUNTS);
      for (Map.Entry<String, BigInteger> service : services((Value.Fields) group).entrySet()) {
        for (int i = 0; i < regions.size(); i++) {
          if (service.getValue().testBit(i)) {
            Region region = regions.get(i);
            accounts.forEach(
                account -> units.add(new Unit(AccountId.of(account), region, service.getKey())));
          }
        }
      }
    }
    return units;
  }

  private static SortedMap<String, BigInteger> services(Value.Fields group) {
    SortedMap<String, BigInteger> services = new TreeMap<>();
    for (Value.Field field : ((Value.Fields) group.get(SERVICES).orElseThrow()).fields()) {
      services.put(field.name(), new BigInteger(((Value.Text) field.value()).text(), HEX));
    }
    return services;
  }

  private static List<String> texts(Value.Fields fields, String name) {
    return ((Value.Items) fields.get(name).orElseThrow())
        .items().stream().map(item -> ((Value.Text) item).text()).toList();
  }
}
