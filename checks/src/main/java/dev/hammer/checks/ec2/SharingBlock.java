package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import java.util.Optional;

/**
 * The region's block public access for snapshots or for images.
 *
 * @param managedBy {@code account}, or {@code declarative-policy} if the organization set it
 */
record SharingBlock(String state, Optional<String> managedBy) {

  /** Whether it also hides what was made public before; images have no such block. */
  boolean hidesAll() {
    return state.equals("block-all-sharing");
  }

  Value toValue() {
    return Value.fields().put("state", state).put("managed_by", Value.text(managedBy)).build();
  }
}
