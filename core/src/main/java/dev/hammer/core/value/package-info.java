/** Evidence as a tree of values that renders the same way to stores, JSON, tickets and pages. */
@NullMarked
package dev.hammer.core.value;

import org.jspecify.annotations.NullMarked;
