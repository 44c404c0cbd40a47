/** The accounts there are, whether they can be read, and how well they are covered. */
@NullMarked
package dev.hammer.app.accounts;

import org.jspecify.annotations.NullMarked;
