/** The use case "doctor": prove that everything a scan needs is there. */
@NullMarked
package dev.hammer.app.doctor;

import org.jspecify.annotations.NullMarked;
