/** How checks look: the list of them, and what one says of itself. */
@NullMarked
package dev.hammer.cli.checks;

import org.jspecify.annotations.NullMarked;
