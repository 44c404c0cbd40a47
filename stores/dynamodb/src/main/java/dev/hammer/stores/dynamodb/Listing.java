package dev.hammer.stores.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hammer.core.issue.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The issues of one table in the order of their places, merged from one query for each status. An
 * issue that changes its status between two pages may come from both: the later version counts.
 */
final class Listing implements Iterator<Issue> {
  private final IssueTable table;
  private final List<Head> heads = new ArrayList<>();

  Listing(IssueTable table, List<Iterator<Item>> byStatus) {
    this.table = table;
    byStatus.forEach(items -> heads.add(new Head(items)));
  }

  @Override
  public boolean hasNext() {
    return heads.stream().anyMatch(Head::isThere);
  }

  /** The next one without taking it. */
  Issue peek() {
    Optional<Head> first = first();
    return IssueItems.issue(table, first.orElseThrow(NoSuchElementException::new).item());
  }

  @Override
  public Issue next() {
    String place = first().orElseThrow(NoSuchElementException::new).place();
    List<Issue> same = new ArrayList<>();
    for (Head head : heads) {
      while (head.isThere() && head.place().equals(place)) {
        same.add(IssueItems.issue(table, head.take()));
      }
    }
    return same.stream().max(Comparator.comparingLong(Issue::version)).orElseThrow();
  }

  private Optional<Head> first() {
    return heads.stream()
        .filter(Head::isThere)
        .min(Comparator.comparing(Head::place, Listing::compare));
  }

  /** As DynamoDB sorts: by bytes. */
  static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  /** Where one of the queries stands. */
  private static final class Head {
    private final Iterator<Item> items;
    private Optional<Item> next = Optional.empty();

    Head(Iterator<Item> items) {
      this.items = items;
    }

    boolean isThere() {
      if (next.isEmpty() && items.hasNext()) {
        next = Optional.of(items.next());
      }
      return next.isPresent();
    }

    Item item() {
      return next.orElseThrow();
    }

    String place() {
      return item().key(IssueTable.PLACE);
    }

    Item take() {
      Item taken = item();
      next = Optional.empty();
      return taken;
    }
  }
}
