package dev.hammer.bench;

import java.time.Duration;

/**
 * What a process and its children took, from start to end.
 *
 * @param cpu user and system time together
 * @param peakBytes the largest resident set of one of them
 */
record Usage(Duration wall, Duration cpu, long peakBytes) {}
