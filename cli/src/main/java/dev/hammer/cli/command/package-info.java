/** One class per command. No decisions here: parse, call, render. */
@NullMarked
package dev.hammer.cli.command;

import org.jspecify.annotations.NullMarked;
