package dev.hammer.core.whitelist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All accepted risks, whatever their source.
 *
 * @param units what is known of the organization, for entries that name a unit
 */
public record Whitelist(List<WhitelistEntry> entries, Units units) {
  public static final Whitelist EMPTY = new Whitelist(List.of());

  private static final Comparator<WhitelistEntry> BY_END =
      Comparator.comparing((WhitelistEntry e) -> e.expires().orElse(Instant.MAX))
          .thenComparing(WhitelistEntry::id);

  public Whitelist {
    entries = List.copyOf(entries);
  }

  /** Entries without knowledge of any unit. */
  public Whitelist(List<WhitelistEntry> entries) {
    this(entries, Units.UNKNOWN);
  }

  public Whitelist with(Units known) {
    return new Whitelist(entries, known);
  }

  /**
   * The entry in force for a risk; the one that lasts longest if there are several. Where it cannot
   * be told whether an entry is about the risk, it accepts nothing new, and what it accepts already
   * stays accepted.
   *
   * @param held the entry that accepts it already, if one does
   */
  public Optional<WhitelistEntry> covering(Risk risk, Optional<String> held, Instant now) {
    return entries.stream()
        .filter(entry -> entry.isActive(now))
        .filter(
            entry ->
                switch (entry.covers(risk, units)) {
                  case YES -> true;
                  case UNKNOWN -> held.filter(entry.id()::equals).isPresent();
                  case NO -> false;
                })
        .max(BY_END);
  }

  public Optional<WhitelistEntry> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** Entries in force that will not be after this time, the first to end first. */
  public List<WhitelistEntry> ending(Duration time, Instant now) {
    return entries.stream().filter(entry -> entry.endsWithin(time, now)).sorted(BY_END).toList();
  }

  /** The units that entries in force name. */
  public SortedSet<String> unitsNamed(Instant now) {
    SortedSet<String> named = new TreeSet<>();
    for (WhitelistEntry entry : entries) {
      if (entry.isActive(now)
          && entry.scope().accounts() instanceof AccountScope.Below(String unit)) {
        named.add(unit);
      }
    }
    return named;
  }
}
