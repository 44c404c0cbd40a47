package dev.hammer.demo.estate;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes down every fault while it is put into the estate. */
final class Faults {
  private final Queue<Expected> found = new ConcurrentLinkedQueue<>();

  void add(String check, Place place, String resourceId) {
    found.add(new Expected(check, place.account(), Optional.of(place.regionName()), resourceId));
  }

  void addGlobal(String check, String account, String resourceId) {
    found.add(new Expected(check, account, Optional.empty(), resourceId));
  }

  List<Expected> all() {
    return List.copyOf(found);
  }
}
