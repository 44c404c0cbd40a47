@NullMarked
package dev.hammer.app.issues;

import org.jspecify.annotations.NullMarked;
