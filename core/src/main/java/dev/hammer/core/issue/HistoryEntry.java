package dev.hammer.core.issue;

import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of an issue: who, what, when, before, after.
 *
 * @param actor {@code identification}, or the person who gave the command
 * @param text the change in one line for people
 * @param before status, severity and details before; empty if there was nothing
 */
public record HistoryEntry(
    IssueKey key,
    Instant at,
    EventKind kind,
    String actor,
    Optional<String> scanId,
    String text,
    Value.Fields before,
    Value.Fields after) {}
