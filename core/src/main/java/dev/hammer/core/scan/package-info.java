/** A scan: its units of work, what each saw, and how much was covered. */
@NullMarked
package dev.hammer.core.scan;

import org.jspecify.annotations.NullMarked;
