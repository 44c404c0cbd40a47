package dev.hammer.app.record;

import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;

/** A list of issues as every door shows it to machines. */
public final class IssuesRecord {
  private IssuesRecord() {}

  /**
   * The public form of a list.
   *
   * @param each makes the record of one issue
   */
  public static Value.Fields of(IssueListing listing, IssueRecord each) {
    return Value.fields()
        .put("schema", "hammer/issues/1")
        .put("generated_at", Value.of(listing.books().now()))
        .put("query", listing.query().toString())
        .put("coverage", coverage(listing.books()))
        .put("items", Value.items(listing.issues().stream().map(each::of).toList()))
        .put("next", Value.absent())
        .build();
  }

  /**
   * What stands at the end of a stream of issues.
   *
   * @param selected how many the query selects
   * @param items how many of them were written
   */
  public static Value.Fields summary(Books books, Filter query, long selected, long items) {
    return Value.fields()
        .put("schema", "hammer/issues/1")
        .put("generated_at", Value.of(books.now()))
        .put("query", query.toString())
        .put("coverage", coverage(books))
        .put("selected", selected)
        .put("items", items)
        .build();
  }

  /** Coverage of the configured scope as it stands. */
  static Value.Fields coverage(Books books) {
    return CoverageRecord.of(books.coverage(), books.latest().map(Scan::id));
  }
}
