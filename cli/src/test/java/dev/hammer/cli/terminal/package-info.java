/** Tests of what a terminal shows. */
@NullMarked
package dev.hammer.cli.terminal;

import org.jspecify.annotations.NullMarked;
