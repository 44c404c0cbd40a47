package dev.hammer.core.issue;

import java.util.Optional;

/**
 * One conditional write: it happens only if the stored version is still that of {@code before}.
 *
 * @param before what the change rests on; absent if nothing may be stored yet
 * @param entry what goes to the history; absent if only the time of observation moves
 * @param proof the evidence, replaced if present
 */
public record Change(
    Optional<Issue> before, Issue after, Optional<HistoryEntry> entry, Optional<Proof> proof) {}
