package dev.hammer.bench.estate;

import java.util.List;

/** A user with the access keys of that user. */
record UserPlan(String name, List<KeyPlan> keys) {
  UserPlan {
    keys = List.copyOf(keys);
  }

  boolean isReported() {
    return keys.stream().anyMatch(key -> !key.violates().isEmpty());
  }
}
