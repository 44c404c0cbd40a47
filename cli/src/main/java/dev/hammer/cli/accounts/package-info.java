/** Accounts on the screen. */
@NullMarked
package dev.hammer.cli.accounts;

import org.jspecify.annotations.NullMarked;
