@NullMarked
package dev.hammer.app.archive;

import org.jspecify.annotations.NullMarked;
