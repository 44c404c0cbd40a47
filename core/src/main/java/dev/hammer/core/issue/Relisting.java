package dev.hammer.core.issue;

import dev.hammer.core.whitelist.Match;
import dev.hammer.core.whitelist.Risk;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the whitelist makes of an issue: whether it is accepted, and in which words that changes.
 */
record Relisting(Whitelist whitelist, Instant now) {

  /**
   * The entry that accepts a risk.
   *
   * @param held the entry that accepts it so far, if one does
   */
  Optional<WhitelistEntry> covering(Risk risk, Optional<String> held) {
    return whitelist.covering(risk, held, now);
  }

  /** Whether it stays accepted only because nobody can tell that it is not any more. */
  boolean isUnproved(Risk risk, Optional<WhitelistEntry> entry) {
    return entry.filter(e -> e.covers(risk, whitelist.units()) == Match.UNKNOWN).isPresent();
  }

  static Status status(Optional<WhitelistEntry> entry) {
    return entry.isPresent() ? Status.WHITELISTED : Status.OPEN;
  }

  static boolean isNews(Issue issue, Optional<WhitelistEntry> entry) {
    return status(entry) != issue.status()
        || !entry.map(WhitelistEntry::id).equals(issue.whitelistId());
  }

  static EventKind kind(Issue before, Optional<WhitelistEntry> entry) {
    if (entry.isPresent()) {
      return EventKind.WHITELISTED;
    }
    return before.status() == Status.WHITELISTED ? EventKind.UNWHITELISTED : EventKind.CHANGED;
  }

  String text(Issue before, Optional<WhitelistEntry> entry) {
    if (entry.isPresent()) {
      return acceptance(entry.get());
    }
    return before.status() == Status.WHITELISTED
        ? lapse(before)
        : "its status was not known; it is there";
  }

  static String acceptance(WhitelistEntry entry) {
    return "accepted by " + entry.id() + " (" + entry.owner() + "): " + entry.reason();
  }

  static String withAcceptance(String text, Optional<WhitelistEntry> entry) {
    return entry.map(e -> text + "; " + acceptance(e)).orElse(text);
  }

  /** Why an issue is not accepted any more. */
  private String lapse(Issue before) {
    if (before.whitelistId().isEmpty()) {
      return "no entry of the whitelist covers it any more";
    }
    String id = before.whitelistId().get();
    return "entry " + id + " " + whitelist.find(id).map(this::end).orElse("was removed");
  }

  private String end(WhitelistEntry entry) {
    return entry
        .expires()
        .filter(_ -> !entry.isActive(now))
        .map(at -> "ended " + at.atOffset(ZoneOffset.UTC).toLocalDate())
        .orElse("does not cover it any more");
  }
}
