/** The use case "judge": whom a policy lets in, by its text alone. */
@NullMarked
package dev.hammer.app.judge;

import org.jspecify.annotations.NullMarked;
