/** Tests of taking the predecessor over. */
@NullMarked
package dev.hammer.app.takeover;

import org.jspecify.annotations.NullMarked;
