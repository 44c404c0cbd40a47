package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.StoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tables make up the store: one for each check that has a shelf, one that all other checks
 * share, and one for everything beside the issues.
 *
 * @param shelves sorted by check
 */
public record Layout(String prefix, List<Shelf> shelves) {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
  private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

  /**
   * @throws StoreException if names are not possible, or two checks would share a table
   */
  public Layout {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new StoreException(
          "\"" + prefix + "\" cannot begin the names of DynamoDB tables",
          "Use letters, digits, _ . - such as dynamodb:hammer-");
    }
    shelves = shelves.stream().sorted(Comparator.comparing(Shelf::check)).toList();
    Map<String, String> owners = new TreeMap<>();
    owners.put(prefix + "state", "the store itself");
    owners.put(prefix + "issues", "the store itself");
    for (Shelf shelf : shelves) {
      if (!TABLE.matcher(shelf.table()).matches()) {
        throw new StoreException(
            "\"" + shelf.table() + "\" cannot name a DynamoDB table",
            "Correct " + shelf.check() + ".ddb.table_name");
      }
      String owner = owners.put(shelf.table(), shelf.check());
      if (owner != null) {
        throw new StoreException(
            "The table " + shelf.table() + " is used twice: by " + owner + " and " + shelf.check(),
            "Name another table in " + shelf.check() + ".ddb.table_name");
      }
    }
  }

  /** The table for everything beside the issues. */
  String state() {
    return prefix + "state";
  }

  /** The table of all checks that have none of their own. */
  IssueTable shared() {
    return new IssueTable(prefix + "issues", Optional.empty());
  }

  /** The tables of one check each, sorted by check. */
  List<IssueTable> own() {
    return shelves.stream().map(s -> new IssueTable(s.table(), Optional.of(s))).toList();
  }

  List<IssueTable> issueTables() {
    return Stream.concat(own().stream(), Stream.of(shared())).toList();
  }

  IssueTable tableOf(String check) {
    return shelves.stream()
        .filter(shelf -> shelf.check().equals(check))
        .findFirst()
        .map(shelf -> new IssueTable(shelf.table(), Optional.of(shelf)))
        .orElseGet(this::shared);
  }

  IssueTable tableOf(IssueKey key) {
    return tableOf(key.check());
  }
}
