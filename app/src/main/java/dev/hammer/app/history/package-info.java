/** Puts history to use: what happened, what changed between two scans, how long faults live. */
@NullMarked
package dev.hammer.app.history;

import org.jspecify.annotations.NullMarked;
