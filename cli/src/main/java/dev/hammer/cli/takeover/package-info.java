/** How taking the predecessor over looks. */
@NullMarked
package dev.hammer.cli.takeover;

import org.jspecify.annotations.NullMarked;
