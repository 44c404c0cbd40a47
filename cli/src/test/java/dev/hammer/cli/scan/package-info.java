/** What is seen while a scan runs. */
@NullMarked
package dev.hammer.cli.scan;

import org.jspecify.annotations.NullMarked;
