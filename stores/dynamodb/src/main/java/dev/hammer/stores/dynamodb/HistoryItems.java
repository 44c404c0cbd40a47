package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.IssueKey;
import java.util.List;

/**
 * What happened to issues. An entry's place is given by its time and the version it made, so that a
 * write that is repeated puts it where it stands already.
 */
record HistoryItems(State state) {
  private static final String BEGINNING = "history/";
  private static final long ROOM = 150 * 1_024;

  static Draft item(HistoryEntry entry, long version) {
    String order = BEGINNING + Moments.exact(entry.at()) + "/%019d".formatted(version);
    return State.at(partition(entry.key()), order)
        .instant("at", entry.at())
        .text("kind", entry.kind().word())
        .text("actor", entry.actor())
        .text("scan", entry.scanId())
        .text("text", entry.text())
        .json("before", Fitting.fit(entry.before(), ROOM))
        .json("after", Fitting.fit(entry.after(), ROOM));
  }

  List<HistoryEntry> of(IssueKey key) {
    return state.all(partition(key), BEGINNING).stream().map(item -> entry(key, item)).toList();
  }

  static String partition(IssueKey key) {
    return State.partition("issue", IssueTable.place(key));
  }

  private static HistoryEntry entry(IssueKey key, Item item) {
    return new HistoryEntry(
        key,
        item.instant("at"),
        item.as("kind", EventKind::parse),
        item.text("actor"),
        item.optional("scan"),
        item.text("text"),
        item.fields("before"),
        item.fields("after"));
  }
}
