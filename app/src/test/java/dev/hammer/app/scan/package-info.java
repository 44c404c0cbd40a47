@NullMarked
package dev.hammer.app.scan;

import org.jspecify.annotations.NullMarked;
