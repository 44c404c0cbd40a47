package dev.hammer.core.scan;

import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * A violation with all that is kept of it.
 *
 * @param evidence the immutable form of the snapshot it was judged on
 * @param calls the calls that brought the evidence
 */
public record Judged(
    ResourceRef ref,
    Instant readAt,
    Verdict.Violating verdict,
    Tags tags,
    Value.Fields evidence,
    List<ApiCall> calls) {}
