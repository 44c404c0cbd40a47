/** What every store must do, as one suite of tests, and builders for what stores keep. */
@NullMarked
package dev.hammer.testing.store;

import org.jspecify.annotations.NullMarked;
