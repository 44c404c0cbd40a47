package dev.hammer.app.issues;

import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one issue.
 *
 * @param proof what it rests on; absent if nothing was ever read, as for an imported one
 * @param accepted the entry of the whitelist that accepts it, while whitelisted
 * @param history every change, oldest first
 */
public record Dossier(
    Issue issue,
    Optional<Proof> proof,
    Optional<WhitelistEntry> accepted,
    List<HistoryEntry> history) {

  public Dossier {
    history = List.copyOf(history);
  }

  /** Collects it from the store. */
  public static Dossier of(Issue issue, IssueStore store, Whitelist whitelist) {
    Optional<WhitelistEntry> accepted =
        issue
            .whitelistId()
            .flatMap(id -> whitelist.entries().stream().filter(e -> e.id().equals(id)).findFirst());
    return new Dossier(issue, store.proof(issue.key()), accepted, store.history(issue.key()));
  }
}
