@NullMarked
package dev.hammer.app.history;

import org.jspecify.annotations.NullMarked;
