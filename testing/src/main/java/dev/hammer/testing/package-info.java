/** What tests of several modules share: the emulator fixture, clients for this machine, a clock. */
@NullMarked
package dev.hammer.testing;

import org.jspecify.annotations.NullMarked;
