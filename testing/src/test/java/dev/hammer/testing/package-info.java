/** Tests of the emulator fixture. */
@NullMarked
package dev.hammer.testing;

import org.jspecify.annotations.NullMarked;
