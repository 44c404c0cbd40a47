package dev.hammer.checks;

import dev.hammer.core.reading.ApiCall;
import java.util.function.Supplier;

/**
 * The smallest request that shows whether a call is allowed in one account and region. It only
 * reads.
 */
public record Probe(ApiCall call, Supplier<Trial.Outcome> attempt) {}
