/** The public form of what the use cases give: the same records in JSON for every door. */
@NullMarked
package dev.hammer.app.record;

import org.jspecify.annotations.NullMarked;
