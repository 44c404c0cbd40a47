@NullMarked
package dev.hammer.checks.iam;

import org.jspecify.annotations.NullMarked;
