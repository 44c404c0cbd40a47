/** The estate that is measured: as a value, as resources in the emulator, and what it must cost. */
@NullMarked
package dev.hammer.bench.estate;

import org.jspecify.annotations.NullMarked;
