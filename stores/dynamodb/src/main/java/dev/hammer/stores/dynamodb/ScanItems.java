package dev.hammer.stores.dynamodb;

import dev.hammer.core.scan.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scans in the order in which they began, and the way to one by its id. */
record ScanItems(State state) {
  private static final String SCANS = "scans";
  private static final String POINTER = "scan";
  private static final int ID_BYTES = 900;
  private static final int PAGE = 500;

  void put(Scan scan) {
    String order = Moments.exact(scan.started()) + "/" + Texts.key(scan.id(), ID_BYTES);
    Draft item =
        State.at(SCANS, order)
            .text("id", scan.id())
            .instant("started", scan.started())
            .instant("ended", scan.ended())
            .text("outcome", scan.outcome().word())
            .flag("whole", scan.whole())
            .text("config_hash", scan.configHash())
            .text("identity", scan.identity())
            .json("figures", scan.figures());
    Draft pointer = State.at(State.partition(POINTER, scan.id()), POINTER).text("order", order);
    state.put(List.of(item, pointer));
  }

  Optional<Scan> byId(String id) {
    return state
        .get(State.partition(POINTER, id), POINTER)
        .flatMap(pointer -> state.get(SCANS, pointer.text("order")))
        .map(ScanItems::scan);
  }

  List<Scan> latest(int limit) {
    List<Scan> scans = new ArrayList<>();
    if (limit <= 0) {
      return scans;
    }
    Iterator<Item> items =
        state
            .dynamo()
            .query(
                state.of(SCANS, "").scanIndexForward(false).limit(Math.min(limit, PAGE)).build());
    while (scans.size() < limit && items.hasNext()) {
      scans.add(scan(items.next()));
    }
    return scans;
  }

  void discard(Collection<String> ids) {
    for (String id : ids) {
      Optional<Item> pointer = state.get(State.partition(POINTER, id), POINTER);
      pointer.ifPresent(
          to ->
              state
                  .dynamo()
                  .delete(
                      state.table(),
                      List.of(
                          State.key(SCANS, to.text("order")),
                          State.key(State.partition(POINTER, id), POINTER))));
    }
  }

  private static Scan scan(Item item) {
    return new Scan(
        item.text("id"),
        item.instant("started"),
        item.optionalInstant("ended"),
        item.as("outcome", word -> Scan.Outcome.valueOf(word.toUpperCase(Locale.ROOT))),
        item.flag("whole"),
        item.text("config_hash"),
        item.text("identity"),
        item.fields("figures"));
  }
}
