/** Measures the program from outside, as a child process in front of a pretend AWS. */
@NullMarked
package dev.hammer.bench;

import org.jspecify.annotations.NullMarked;
