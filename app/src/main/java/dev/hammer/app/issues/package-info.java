/**
 * The use cases "issues" and "show": what is in the books, found, filtered, and how far it is
 * confirmed.
 */
@NullMarked
package dev.hammer.app.issues;

import org.jspecify.annotations.NullMarked;
