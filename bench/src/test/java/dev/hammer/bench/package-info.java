@NullMarked
package dev.hammer.bench;

import org.jspecify.annotations.NullMarked;
