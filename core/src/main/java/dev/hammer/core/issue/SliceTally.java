package dev.hammer.core.issue;

import dev.hammer.core.scan.Slice;

/**
 * How many issues of a slice a query finds.
 *
 * @param issues at least one
 */
public record SliceTally(Slice slice, long issues) {}
