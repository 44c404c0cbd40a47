/** Accepted risks, with owner, reason and expiry. */
@NullMarked
package dev.hammer.core.whitelist;

import org.jspecify.annotations.NullMarked;
