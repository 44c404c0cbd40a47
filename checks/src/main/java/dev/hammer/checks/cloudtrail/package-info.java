/** CloudTrail: whether what happens in a region is recorded by some trail. */
@NullMarked
package dev.hammer.checks.cloudtrail;

import org.jspecify.annotations.NullMarked;
