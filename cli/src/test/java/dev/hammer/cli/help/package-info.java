/** Tests of help. */
@NullMarked
package dev.hammer.cli.help;

import org.jspecify.annotations.NullMarked;
