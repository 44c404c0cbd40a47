@NullMarked
package dev.hammer.json;

import org.jspecify.annotations.NullMarked;
