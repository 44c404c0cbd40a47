/** How accepted risks look. */
@NullMarked
package dev.hammer.cli.whitelist;

import org.jspecify.annotations.NullMarked;
