/** Commands as they are typed, and their screens. */
@NullMarked
package dev.hammer.cli;

import org.jspecify.annotations.NullMarked;
