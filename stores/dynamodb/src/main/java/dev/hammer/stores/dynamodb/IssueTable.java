package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Slice;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table of issues. In a check's own table the sort key is the issue id, as the predecessor has
 * it; in the shared one it is check and issue id, with the issue id as an attribute.
 *
 * @param shelf the check it belongs to, unless it is shared
 */
record IssueTable(String name, Optional<Shelf> shelf) {
  static final String ACCOUNT = "account_id";
  static final String ISSUE_ID = "issue_id";
  static final String CHECK = "check";
  static final String REF = "ref";

  /** The index of live issues, by slice: who looks at a slice reads nothing else. */
  static final String LIVE_INDEX = "live-slice";

  /** In that index only while the issue is live. */
  static final String LIVE_SLICE = "live_slice";

  /** The index of all issues, by status and in the order of their keys. */
  static final String STATUS_INDEX = "by-status";

  static final String STATE = "state";
  static final String PLACE = "place";

  private static final String CHECK_ISSUE = "check_issue_id";
  private static final String WHOLE_ID = "whole_issue_id";
  private static final int CHECK_BYTES = 300;
  private static final int ID_BYTES = 600;
  private static final int REGION_BYTES = 200;

  String sortKey() {
    return shelf.isPresent() ? ISSUE_ID : CHECK_ISSUE;
  }

  Map<String, AttributeValue> key(IssueKey key) {
    return new Draft()
        .put(ACCOUNT, AttributeValue.fromS(key.account().id()))
        .put(sortKey(), AttributeValue.fromS(sortKey(key)))
        .attributes();
  }

  /** The key, and what it says in full where the key cannot. */
  Map<String, AttributeValue> identity(IssueKey key) {
    Draft draft = new Draft().putAll(key(key)).text(CHECK, key.check());
    if (shelf.isEmpty()) {
      draft.text(ISSUE_ID, key.issueId());
    } else if (!sortKey(key).equals(key.issueId())) {
      draft.text(WHOLE_ID, key.issueId());
    }
    return draft.attributes();
  }

  /** The attributes that {@link #keyOf} needs, and one more. */
  String[] identifying(String more) {
    return new String[] {ACCOUNT, ISSUE_ID, CHECK, WHOLE_ID, more};
  }

  IssueKey keyOf(Item item) {
    return new IssueKey(
        shelf.map(Shelf::check).orElseGet(() -> item.text(CHECK)),
        item.as(ACCOUNT, AccountId::of),
        item.optional(WHOLE_ID).orElseGet(() -> item.text(ISSUE_ID)));
  }

  /** Where the issue stands among all issues. */
  static String place(IssueKey key) {
    return placesOf(key.check(), key.account()) + Texts.key(key.issueId(), ID_BYTES);
  }

  /** How the places of a check begin. */
  static String placesOf(String check) {
    return Texts.segment(check, CHECK_BYTES) + "/";
  }

  /** How the places of a check's issues in an account begin. */
  static String placesOf(String check, AccountId account) {
    return placesOf(check) + account + "/";
  }

  static String place(Slice slice) {
    return slice.account()
        + "/"
        + Texts.segment(slice.region().name(), REGION_BYTES)
        + "/"
        + Texts.key(slice.check(), CHECK_BYTES);
  }

  private String sortKey(IssueKey key) {
    return shelf.isPresent()
        ? Texts.key(key.issueId(), Texts.SORT_KEY)
        : placesOf(key.check()) + Texts.key(key.issueId(), ID_BYTES);
  }
}
