/** Judging: checks, what they say about themselves, and their verdicts. */
@NullMarked
package dev.hammer.core.check;

import org.jspecify.annotations.NullMarked;
