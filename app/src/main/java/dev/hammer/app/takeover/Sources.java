package dev.hammer.app.takeover;

import dev.hammer.stores.dynamodb.Shelf;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables the predecessor may have left, and where their issues go. */
public final class Sources {
  private Sources() {}

  /**
   * The tables, sorted as they are read.
   *
   * @param prefix how the predecessor's tables begin
   * @param checks the tables of the checks that Hammer has
   * @param own the tables that the store itself keeps issues in; none if it is a file
   * @param ownPrefix how the names of the store's own tables begin; empty if it is a file
   */
  public static List<Source> of(
      String prefix, List<Shelf> checks, Set<String> own, String ownPrefix) {
    Set<String> ids = checks.stream().map(Shelf::check).collect(Collectors.toSet());
    Stream<Source> known =
        checks.stream()
            .map(
                shelf ->
                    new Source(
                        shelf,
                        own.contains(shelf.table()) ? Source.Way.IN_PLACE : Source.Way.COPIED));
    Source.Way beside = prefix.equals(ownPrefix) ? Source.Way.LEFT : Source.Way.COPIED;
    Stream<Source> unknown =
        Shelf.beside(ids, prefix).stream().map(shelf -> new Source(shelf, beside));
    return Stream.concat(known, unknown).toList();
  }
}
