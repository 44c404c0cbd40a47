/** What all doors share: failures that end a command, ids, and the wiring of one run. */
@NullMarked
package dev.hammer.app;

import org.jspecify.annotations.NullMarked;
