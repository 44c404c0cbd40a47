package dev.hammer.app.issues;

import dev.hammer.core.issue.ScanStore;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Units;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which accounts were below which units when a scan asked the organization: what is known of them
 * without asking again. Kept with the scan; of an organization too large for that, nothing is kept.
 */
public final class UnitDirectory {
  private static final String FIELD = "organization_units";
  private static final int RECENT_SCANS = 5;
  private static final int ID = 12;

  /** Stores limit an entry to some hundred thousand bytes. */
  private static final int MOST = 150_000;

  private UnitDirectory() {}

  /** What the recent scans told; of each unit, the latest that was told. */
  public static Units latest(ScanStore store) {
    return of(store.scans(RECENT_SCANS));
  }

  /** The same of scans at hand, the latest first. */
  static Units of(Collection<Scan> scans) {
    Units known = Units.UNKNOWN;
    for (Scan scan : scans) {
      known = known.or(of(scan));
    }
    return known;
  }

  /** The figures of a scan with the units among them. */
  public static Value.Fields in(Value.Fields figures, Units units) {
    List<String> lines =
        units.below().entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .toList();
    boolean isShort = lines.stream().mapToInt(String::length).sum() <= MOST;
    return lines.isEmpty() || !isShort ? figures : figures.with(FIELD, Value.texts(lines));
  }

  private static String line(String unit, SortedSet<AccountId> accounts) {
    StringBuilder line = new StringBuilder(unit);
    accounts.forEach(account -> line.append(' ').append(account.id()));
    return line.toString();
  }

  private static Units of(Scan scan) {
    SortedMap<String, SortedSet<AccountId>> below = new TreeMap<>();
    if (scan.figures().get(FIELD).orElse(null) instanceof Value.Items(List<Value> lines)) {
      for (Value line : lines) {
        if (line instanceof Value.Text(String text)) {
          read(text.split(" ", -1), below);
        }
      }
    }
    return new Units(below);
  }

  /** A line that makes no sense says nothing: its unit is not known. */
  private static void read(String[] words, SortedMap<String, SortedSet<AccountId>> below) {
    SortedSet<AccountId> accounts = new TreeSet<>();
    for (int i = 1; i < words.length; i++) {
      if (words[i].length() != ID || !AccountId.isValid(words[i])) {
        return;
      }
      accounts.add(AccountId.of(words[i]));
    }
    below.put(words[0], accounts);
  }
}
