/** The filter language of issues, one parser for every door. */
@NullMarked
package dev.hammer.core.filter;

import org.jspecify.annotations.NullMarked;
