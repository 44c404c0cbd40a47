package dev.hammer.core.issue;

import dev.hammer.core.whitelist.WhitelistEntry;
import java.util.List;

/** Keeps accepted risks that were added by command. */
public interface WhitelistStore {
  /** All entries, ended ones too, sorted by id. */
  List<WhitelistEntry> entries();

  void add(WhitelistEntry entry);

  /** Replaces an entry by one that differs in its end only. */
  void replace(WhitelistEntry entry);
}
