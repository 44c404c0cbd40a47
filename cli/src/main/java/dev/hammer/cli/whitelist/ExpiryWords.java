package dev.hammer.cli.whitelist;

import dev.hammer.cli.terminal.Words;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.util.List;

/** Announces entries of the whitelist that end soon. */
public final class ExpiryWords {
  private ExpiryWords() {}

  /**
   * {@code 2 entries of the whitelist end within 14 days, w-3c4v5b6n first, on 2026-12-01.} and
   * what to do; nothing if none does.
   */
  public static List<String> of(Whitelist whitelist, Instant now, String hammer) {
    List<WhitelistEntry> soon = whitelist.ending(WhitelistEntry.SOON, now);
    if (soon.isEmpty()) {
      return List.of();
    }
    WhitelistEntry first = soon.getFirst();
    String when = first.expires().map(end -> "on " + Words.day(end)).orElse("");
    String which =
        soon.size() == 1
            ? "1 entry of the whitelist ends within 14 days: " + first.id() + ", "
            : Words.number(soon.size())
                + " entries of the whitelist end within 14 days, "
                + first.id()
                + " first, ";
    return List.of(which + when + ".", "  " + hammer + " whitelist list --expiring 14d");
  }
}
