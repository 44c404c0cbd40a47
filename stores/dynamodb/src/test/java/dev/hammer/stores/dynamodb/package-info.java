/** The store in DynamoDB against AWS's own DynamoDB for one machine. */
@NullMarked
package dev.hammer.stores.dynamodb;

import org.jspecify.annotations.NullMarked;
