/** Help: what there is, how each command is used, and pages about what all commands share. */
@NullMarked
package dev.hammer.cli.help;

import org.jspecify.annotations.NullMarked;
