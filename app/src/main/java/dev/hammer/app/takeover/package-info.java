/** Taking the predecessor's issues over into the store. */
@NullMarked
package dev.hammer.app.takeover;

import org.jspecify.annotations.NullMarked;
