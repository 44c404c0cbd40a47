/** Value trees as JSON text and back, exactly, by streaming. */
@NullMarked
package dev.hammer.json;

import org.jspecify.annotations.NullMarked;
