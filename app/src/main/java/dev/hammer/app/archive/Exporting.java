package dev.hammer.app.archive;

import dev.hammer.core.issue.Store;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Writes all of a store as JSON lines: a head, one line for each thing, and a summary that tells a
 * whole archive from one that broke off. However much there is, only a few lines are held.
 */
public final class Exporting {
  static final String SCHEMA = "hammer/store/1";
  static final String HEAD = "store";
  static final String SUMMARY = "summary";

  private final Store store;
  private final InstantSource clock;
  private final Consumer<String> out;
  private Contents written = Contents.NONE;

  /**
   * Prepares to write.
   *
   * @param out takes line by line, without line ends
   */
  public Exporting(Store store, InstantSource clock, Consumer<String> out) {
    this.store = store;
    this.clock = clock;
    this.out = out;
  }

  /** Writes it; answers how much there was. */
  public Contents run() {
    Value.Fields head =
        Value.fields()
            .put(Line.TYPE, HEAD)
            .put("schema", SCHEMA)
            .put("generated_at", Value.of(clock.instant()))
            .build();
    out.accept(JsonText.write(head));
    store.entries().forEach(entry -> write(new Item.OfWhitelist(entry)));
    store.scans(scan -> write(new Item.OfScan(scan)));
    store.slices(state -> write(new Item.OfSlice(state)));
    store.chronicles(chronicle -> write(new Item.OfIssue(chronicle)));
    Value.Builder summary = Value.fields().put(Line.TYPE, SUMMARY);
    written.toValue().fields().forEach(summary::add);
    out.accept(JsonText.write(summary.build()));
    return written;
  }

  private void write(Item item) {
    out.accept(JsonText.write(item.write()));
    written = written.plus(item.counted());
  }
}
