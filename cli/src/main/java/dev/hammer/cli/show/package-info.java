/** One issue in full: why, what proves it, its history, and what to do next. */
@NullMarked
package dev.hammer.cli.show;

import org.jspecify.annotations.NullMarked;
