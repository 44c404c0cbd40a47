package dev.hammer.core.whitelist;

import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All accepted risks, whatever their source. */
public record Whitelist(List<WhitelistEntry> entries) {
  public static final Whitelist EMPTY = new Whitelist(List.of());

  public Whitelist {
    entries = List.copyOf(entries);
  }

  /** The entry in force for a resource; the one that lasts longest if there are several. */
  public Optional<WhitelistEntry> covering(String check, ResourceRef ref, Instant now) {
    return entries.stream()
        .filter(entry -> entry.isActive(now) && entry.covers(check, ref))
        .max(
            Comparator.comparing((WhitelistEntry e) -> e.expires().orElse(Instant.MAX))
                .thenComparing(WhitelistEntry::id));
  }
}
