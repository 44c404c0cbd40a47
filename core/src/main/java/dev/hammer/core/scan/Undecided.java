package dev.hammer.core.scan;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.ResourceRef;

/** A resource whose verdict is unknown, and why. */
public record Undecided(ResourceRef ref, ReadFailure why) {}
