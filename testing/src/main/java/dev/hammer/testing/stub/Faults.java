package dev.hammer.testing.stub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults of a stub; the first one added that strikes a call wins. */
public final class Faults {
  private record Armed(Fault fault, AtomicInteger met) {}

  private final List<Armed> armed = new CopyOnWriteArrayList<>();

  Faults() {}

  public Faults add(Fault fault) {
    armed.add(new Armed(fault, new AtomicInteger()));
    return this;
  }

  public void clear() {
    armed.clear();
  }

  Optional<FaultAnswer> striking(Target target, int page) {
    return armed.stream()
        .filter(each -> each.fault().pattern().matches(target))
        .filter(each -> each.fault().occasion().strikes(each.met().incrementAndGet(), page))
        .map(each -> each.fault().answer())
        .findFirst();
  }
}
