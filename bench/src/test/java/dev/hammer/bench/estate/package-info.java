@NullMarked
package dev.hammer.bench.estate;

import org.jspecify.annotations.NullMarked;
