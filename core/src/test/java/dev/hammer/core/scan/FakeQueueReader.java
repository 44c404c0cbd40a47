package dev.hammer.core.scan;

import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists the queues it was given, and ends as it was told. */
record FakeQueueReader(List<FakeQueue> queues, ListingEnd end) implements Reader<FakeQueue> {
  static FakeQueueReader of(FakeQueue... queues) {
    return new FakeQueueReader(List.of(queues), new ListingEnd.Complete());
  }

  @Override
  public ListingEnd list(Consumer<? super FakeQueue> found) {
    queues.forEach(found);
    return end;
  }

  @Override
  public Optional<FakeQueue> find(String name) {
    return queues.stream().filter(queue -> queue.ref().isCalled(name)).findFirst();
  }

  @Override
  public Absence absence() {
    return Absence.NO_LONGER_OFFENDING;
  }
}
