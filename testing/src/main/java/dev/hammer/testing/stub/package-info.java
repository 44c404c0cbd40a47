/**
 * The wire stub: an HTTP server that stands in front of an emulator, or alone with scripted
 * answers, and adds what an emulator lacks: pages, faults, enforced rates, delay, and a log of
 * every call.
 */
@NullMarked
package dev.hammer.testing.stub;

import org.jspecify.annotations.NullMarked;
