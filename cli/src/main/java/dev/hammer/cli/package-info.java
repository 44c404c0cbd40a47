/** The command line: parses, calls one use case, renders, and ends with an exit code. */
@NullMarked
package dev.hammer.cli;

import org.jspecify.annotations.NullMarked;
