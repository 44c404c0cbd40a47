package dev.hammer.app;

import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.stores.dynamodb.Layout;
import dev.hammer.stores.dynamodb.Shelf;
import java.util.List;
import java.util.Optional;

/** The tables of a store in DynamoDB: those that sections name, else the predecessor's. */
final class StoreTables {
  private StoreTables() {}

  static Layout of(String prefix, Configuration configuration) {
    return new Layout(prefix, shelves(prefix, configuration));
  }

  /** Refuses what no table can begin with. */
  static void provePrefix(String prefix) {
    var _ = new Layout(prefix, List.of());
  }

  /** The tables of one check each. */
  static List<Shelf> shelves(String prefix, Configuration configuration) {
    return Catalogue.infos().stream()
        .flatMap(check -> shelf(prefix, check, configuration).stream())
        .toList();
  }

  private static Optional<Shelf> shelf(String prefix, CheckInfo check, Configuration all) {
    boolean isGlobal = Catalogue.scopeOf(check.service()) == Scope.GLOBAL;
    return Shelf.of(prefix, check, isGlobal, named(check, all));
  }

  /** A section that names the usual table says no more than one that names none. */
  private static Optional<String> named(CheckInfo check, Configuration all) {
    return all.check(check.id())
        .map(CheckSection::table)
        .filter(table -> !table.equals("hammer-" + check.table()));
  }
}
