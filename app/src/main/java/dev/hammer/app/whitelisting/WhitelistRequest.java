package dev.hammer.app.whitelisting;

import java.util.List;
import java.util.Optional;

/**
 * What somebody asks to accept, as typed.
 *
 * @param words a check and a resource, any name of an issue, or a filter of issues
 * @param account id, name or pattern of ids of the account; or {@code ou:ID}
 * @param unit id of an organizational unit or of the root
 * @param tags {@code KEY=VALUE}, each of which the resource must carry; the value may be a pattern
 */
public record WhitelistRequest(
    List<String> words, Optional<String> account, Optional<String> unit, List<String> tags) {
  public WhitelistRequest {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
  }

  /** Whether it says more than its words do. */
  boolean isNarrowed() {
    return account.isPresent() || unit.isPresent() || !tags.isEmpty();
  }
}
