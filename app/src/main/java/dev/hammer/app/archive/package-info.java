/** The store as a whole: proved, shrunk, written to a file and read back. */
@NullMarked
package dev.hammer.app.archive;

import org.jspecify.annotations.NullMarked;
