package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.resource.AccountId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What happened to issues, beside each issue, and all of it by time in an index. An entry's place
 * is given by its time and the version it made, so that a write that is repeated puts it where it
 * stands already.
 */
record HistoryItems(State state) {
  /** The index of all entries by time. */
  static final String INDEX = "by-moment";

  /** The same for all entries, so that they are one list. */
  static final String LOG = "log";

  static final String ALL = "history";
  static final String MOMENT = "moment";

  static final String KIND = "kind";
  static final String ACTOR = "actor";
  static final String SCAN = "scan";

  private static final String BEGINNING = "history/";
  private static final long ROOM = 150 * 1_024;

  static Draft item(HistoryEntry entry, long version) {
    IssueKey key = entry.key();
    String moment = Moments.exact(entry.at());
    String number = "/%019d".formatted(version);
    return State.at(partition(key), BEGINNING + moment + number)
        .put(LOG, AttributeValue.fromS(ALL))
        .put(MOMENT, AttributeValue.fromS(moment + "/" + IssueTable.place(key) + number))
        .text(IssueTable.CHECK, key.check())
        .text(IssueTable.ACCOUNT, key.account().id())
        .text(IssueTable.ISSUE_ID, key.issueId())
        .instant("at", entry.at())
        .text(KIND, entry.kind().word())
        .text(ACTOR, entry.actor())
        .text(SCAN, entry.scanId())
        .text("text", entry.text())
        .json("before", Fitting.fit(entry.before(), ROOM))
        .json("after", Fitting.fit(entry.after(), ROOM));
  }

  List<HistoryEntry> of(IssueKey key) {
    return state.all(partition(key), BEGINNING).stream().map(HistoryItems::entry).toList();
  }

  static String partition(IssueKey key) {
    return State.partition("issue", IssueTable.place(key));
  }

  static HistoryEntry entry(Item item) {
    return new HistoryEntry(
        new IssueKey(
            item.text(IssueTable.CHECK),
            item.as(IssueTable.ACCOUNT, AccountId::of),
            item.text(IssueTable.ISSUE_ID)),
        item.instant("at"),
        item.as(KIND, EventKind::parse),
        item.text(ACTOR),
        item.optional(SCAN),
        item.text("text"),
        item.fields("before"),
        item.fields("after"));
  }
}
