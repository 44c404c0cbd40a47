@NullMarked
package dev.hammer.app.doctor;

import org.jspecify.annotations.NullMarked;
