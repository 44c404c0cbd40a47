package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.StoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Looks for what is wrong with what is stored: tables of another shape, items nobody can read or no
 * index finds. It reads every item of every table of issues.
 */
record Inspection(TableSetup setup, Layout layout) {
  private static final int SHOWN = 100;

  List<String> defects() {
    List<String> defects = new ArrayList<>();
    try {
      setup.prove();
    } catch (StoreException wrong) {
      return List.of(wrong.getMessage());
    }
    layout.issueTables().forEach(table -> inspect(table, defects));
    if (defects.size() <= SHOWN) {
      return defects;
    }
    List<String> shown = new ArrayList<>(defects.subList(0, SHOWN));
    shown.add("and " + (defects.size() - SHOWN) + " more");
    return shown;
  }

  private void inspect(IssueTable table, List<String> defects) {
    Iterator<Item> items =
        setup
            .dynamo()
            .scan(ScanRequest.builder().tableName(table.name()).consistentRead(true).build());
    long strangers = 0;
    while (items.hasNext()) {
      Item item = items.next();
      if (item.has(IssueTable.PLACE)) {
        inspect(table, item, defects);
      } else if (isReadable(table, item, defects)) {
        strangers++;
      }
    }
    if (strangers > 0) {
      defects.add(
          "The table "
              + table.name()
              + " has "
              + strangers
              + (strangers == 1 ? " item" : " items")
              + " that no list shows, for the predecessor wrote them: --create-tables takes them"
              + " over");
    }
  }

  /** What cannot be read is never taken over: it is a defect of its own. */
  private static boolean isReadable(IssueTable table, Item item, List<String> defects) {
    try {
      var _ = IssueItems.issue(table, item);
      return true;
    } catch (StoreException unreadable) {
      defects.add(unreadable.getMessage());
      return false;
    }
  }

  private static void inspect(IssueTable table, Item item, List<String> defects) {
    try {
      Issue issue = IssueItems.issue(table, item);
      Map<String, AttributeValue> signs =
          IssueItems.signs(issue.key(), issue.slice(), issue.status());
      for (String name : IssueItems.SIGNS) {
        if (!Objects.equals(signs.get(name), item.attributes().get(name))) {
          defects.add(
              "The issue " + issue.key() + " is listed wrongly: its " + name + " does not fit it");
        }
      }
    } catch (StoreException unreadable) {
      defects.add(unreadable.getMessage());
    }
  }
}
