/**
 * The store in DynamoDB: issues in the predecessor's tables, under its keys and names, so that its
 * readers keep working; history, proofs, scans and the whitelist in one table beside them. What we
 * need beyond the predecessor's attributes is only added.
 */
@NullMarked
package dev.hammer.stores.dynamodb;

import org.jspecify.annotations.NullMarked;
