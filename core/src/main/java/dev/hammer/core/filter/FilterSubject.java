package dev.hammer.core.filter;

import dev.hammer.core.issue.Issue;
import java.time.Instant;

/**
 * What a filter may ask of an issue and its surroundings.
 *
 * @param accountName the name people gave the account; empty if none is known
 * @param service the service of its check, such as {@code s3}
 * @param verified whether its own last planned look was decided
 * @param latest whether what happened to it last happened in the latest scan
 * @param now the moment that ages are counted from
 */
public record FilterSubject(
    Issue issue,
    String accountName,
    String service,
    boolean verified,
    boolean latest,
    Instant now) {}
