/** What a person sees: streams, width, colour, tables, words, and text that cannot do harm. */
@NullMarked
package dev.hammer.cli.terminal;

import org.jspecify.annotations.NullMarked;
