package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that belongs to one check, as the predecessor had one for each, and what its records do
 * not say because the check goes without saying.
 *
 * @param table the full name of the table
 * @param isGlobal whether the check looks once per account
 */
public record Shelf(
    String check,
    String table,
    String title,
    Severity severity,
    String resourceType,
    boolean isGlobal) {
  /**
   * The table of a check: the one its section names, else the predecessor's; checks the predecessor
   * never had share a table.
   *
   * @param named the table that the section of the check names, if any
   */
  public static Optional<Shelf> of(
      String prefix, CheckInfo check, boolean isGlobal, Optional<String> named) {
    return named
        .or(
            () ->
                Optional.of(prefix + check.table())
                    .filter(_ -> PredecessorChecks.isKnown(check.id())))
        .map(
            table ->
                new Shelf(
                    check.id(),
                    table,
                    check.title(),
                    check.severity(),
                    check.resourceType(),
                    isGlobal));
  }

  /** The predecessor's tables of checks that are not among these, sorted by check. */
  public static List<Shelf> beside(Set<String> checks, String prefix) {
    return PredecessorChecks.beside(checks, prefix);
  }
}
