package dev.hammer.app.issues;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts that were in scope when a scan asked the organization, with their names: what is
 * known of them without asking again. Kept with the scan.
 */
public record Directory(SortedMap<AccountId, String> names) {
  private static final String FIELD = "organization";
  private static final int ID = 12;

  /** Stores limit an entry to some hundred thousand bytes; ids matter more than names. */
  private static final int MOST = 200_000;

  public Directory {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** The directory of a scan, if it asked the organization. */
  static Optional<Directory> of(Scan scan) {
    if (!(scan.figures().get(FIELD).orElse(null) instanceof Value.Items(List<Value> lines))) {
      return Optional.empty();
    }
    SortedMap<AccountId, String> names = new TreeMap<>();
    for (Value line : lines) {
      if (line instanceof Value.Text(String text)
          && text.length() >= ID
          && AccountId.isValid(text.substring(0, ID))) {
        names.put(AccountId.of(text.substring(0, ID)), text.substring(ID).strip());
      }
    }
    return Optional.of(new Directory(names));
  }

  /** The figures of a scan with this directory among them. */
  public Value.Fields in(Value.Fields figures) {
    boolean isLong = names.values().stream().mapToInt(name -> ID + name.length()).sum() > MOST;
    return figures.with(
        FIELD,
        Value.texts(
            names.entrySet().stream().map(entry -> isLong ? id(entry) : line(entry)).toList()));
  }

  private static String id(Map.Entry<AccountId, String> entry) {
    return entry.getKey().id();
  }

  private static String line(Map.Entry<AccountId, String> entry) {
    return (id(entry) + " " + entry.getValue()).strip();
  }
}
