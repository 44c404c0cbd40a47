package dev.hammer.core.filter;

import dev.hammer.core.issue.IssueQuery;
import java.util.Optional;

/**
 * A filter as a question to a store.
 *
 * @param query finds all that the filter selects; absent if it can select nothing
 * @param isExact whether it finds nothing else, so that nobody has to look at the issues
 */
public record Selection(Optional<IssueQuery> query, boolean isExact) {}
