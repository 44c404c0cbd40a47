/** How permissions look. */
@NullMarked
package dev.hammer.cli.permissions;

import org.jspecify.annotations.NullMarked;
