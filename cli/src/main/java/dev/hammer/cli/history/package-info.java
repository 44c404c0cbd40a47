/** Screens about what happened, what changed and how long issues stay. */
@NullMarked
package dev.hammer.cli.history;

import org.jspecify.annotations.NullMarked;
