@NullMarked
package dev.hammer.checks.rds;

import org.jspecify.annotations.NullMarked;
