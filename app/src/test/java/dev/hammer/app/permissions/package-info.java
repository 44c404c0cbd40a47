/** Tests of the least permissions. */
@NullMarked
package dev.hammer.app.permissions;

import org.jspecify.annotations.NullMarked;
