/** How a scan looks on a terminal: what it is about to read, its progress, and its summary. */
@NullMarked
package dev.hammer.cli.scan;

import org.jspecify.annotations.NullMarked;
