/**
 * Who works on which part of a scan, so that several processes can share it, or end it for another.
 */
@NullMarked
package dev.hammer.core.ledger;

import org.jspecify.annotations.NullMarked;
