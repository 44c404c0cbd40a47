@NullMarked
package dev.hammer.checks.cloudtrail;

import org.jspecify.annotations.NullMarked;
