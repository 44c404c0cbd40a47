/** A company of many accounts whose answers are made up as they are asked for. */
@NullMarked
package dev.hammer.bench.company;

import org.jspecify.annotations.NullMarked;
