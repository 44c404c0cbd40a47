package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;

/** Collects kinds, so many of each. */
final class Mix<K> {
  private final List<K> kinds = new ArrayList<>();

  Mix<K> with(int count, K kind) {
    for (int i = 0; i < count; i++) {
      kinds.add(kind);
    }
    return this;
  }

  List<K> all() {
    return List.copyOf(kinds);
  }
}
