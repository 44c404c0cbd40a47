/** Completion of command lines: a script for shells, made of what the commands declare. */
@NullMarked
package dev.hammer.cli.completion;

import org.jspecify.annotations.NullMarked;
