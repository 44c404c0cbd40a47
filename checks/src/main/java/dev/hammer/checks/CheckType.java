package dev.hammer.checks;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.Snapshot;
import java.util.function.Function;

/** A check as the catalogue lists it: what it says of itself, what it judges, how it is made. */
public record CheckType<S extends Snapshot>(
    CheckInfo info, ReaderType<S> reader, Function<CheckContext, Check<S>> maker) {

  public CheckType {
    if (!info.resourceType().equals(reader.resourceType())
        || !info.service().equals(reader.service())) {
      throw new IllegalArgumentException(info.id() + " does not judge what its reader reads");
    }
    if (info.decides().isEmpty()) {
      throw new IllegalArgumentException(info.id() + " names no call that decides");
    }
  }

  public Check<S> make(CheckContext context) {
    return maker.apply(context);
  }
}
