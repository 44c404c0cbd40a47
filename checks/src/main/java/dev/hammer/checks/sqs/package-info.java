/** SQS: the queue as its checks see it, how it is read, and what can be wrong with it. */
@NullMarked
package dev.hammer.checks.sqs;

import org.jspecify.annotations.NullMarked;
