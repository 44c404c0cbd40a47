/** Looking: readers, snapshots, facets read on first use, and reads that failed. */
@NullMarked
package dev.hammer.core.reading;

import org.jspecify.annotations.NullMarked;
