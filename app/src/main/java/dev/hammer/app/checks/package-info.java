/**
 * The use case "checks": what there is to look with, what is on, and what a check says of itself.
 */
@NullMarked
package dev.hammer.app.checks;

import org.jspecify.annotations.NullMarked;
