/** The catalogue of checks: one package per AWS service, and the one list that names them all. */
@NullMarked
package dev.hammer.checks;

import org.jspecify.annotations.NullMarked;
