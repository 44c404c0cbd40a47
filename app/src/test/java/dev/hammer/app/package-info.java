@NullMarked
package dev.hammer.app;

import org.jspecify.annotations.NullMarked;
