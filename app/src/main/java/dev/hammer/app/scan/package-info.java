/** The use case "scan": plan the units, look, judge, merge, store, report. */
@NullMarked
package dev.hammer.app.scan;

import org.jspecify.annotations.NullMarked;
