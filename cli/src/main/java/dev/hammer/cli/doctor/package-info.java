/** How the doctor's findings look. */
@NullMarked
package dev.hammer.cli.doctor;

import org.jspecify.annotations.NullMarked;
