/** S3: the bucket as its checks see it, how it is read, and what can be wrong with it. */
@NullMarked
package dev.hammer.checks.s3;

import org.jspecify.annotations.NullMarked;
