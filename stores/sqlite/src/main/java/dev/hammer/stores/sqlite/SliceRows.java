package dev.hammer.stores.sqlite;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** How each slice stands: its last look. */
final class SliceRows {
  private static final String WHERE_SLICE = " WHERE account = ? AND region = ? AND check_id = ?";

  private static final String INSERT =
      "INSERT INTO slices (account, region, check_id, service, scan, began, ended, outcome,"
          + " failures, judged, unknown, unconfirmed) VALUES ("
          + Sql.places(12)
          + ") ON CONFLICT (account, region, check_id) DO UPDATE SET service = excluded.service";

  private static final String REPLACE =
      ", scan = excluded.scan, began = excluded.began, ended = excluded.ended,"
          + " outcome = excluded.outcome, failures = excluded.failures, judged = excluded.judged,"
          + " unknown = excluded.unknown, unconfirmed = excluded.unconfirmed";

  private SliceRows() {}

  /** Whether a look is stored that began later; any look is later than none. */
  static boolean hasLater(Connection connection, SliceState state) throws SQLException {
    return hasLater(connection, state.slice(), state.began().orElse(Instant.MIN));
  }

  /** Whether a look at the whole slice is stored that began later than this moment. */
  static boolean hasLater(Connection connection, Slice slice, Instant began) throws SQLException {
    Optional<Instant> stored =
        bindSlice(Sql.of("SELECT began FROM slices" + WHERE_SLICE), slice)
            .first(connection, row -> row.optionalInstant("began"))
            .flatMap(stamp -> stamp);
    return stored.filter(later -> later.isAfter(began)).isPresent();
  }

  static void put(Connection connection, SliceState state) throws SQLException {
    bind(Sql.of(INSERT + REPLACE), state).update(connection);
  }

  /** Stores a state unless a later look is stored. */
  static void record(Connection connection, SliceState state) throws SQLException {
    if (!hasLater(connection, state)) {
      put(connection, state);
    }
  }

  /** Makes slices known; those known already keep their last look. */
  static void plan(Connection connection, Collection<SliceState> planned) throws SQLException {
    for (SliceState state : planned) {
      bind(Sql.of(INSERT), state).update(connection);
    }
    for (SliceState state : planned) {
      Slice slice = state.slice();
      if (slice.region().isReal()) {
        delete(new Slice(slice.account(), Region.UNKNOWN, slice.check())).update(connection);
      }
    }
  }

  static void forget(Connection connection, Collection<Slice> slices) throws SQLException {
    for (Slice slice : slices) {
      delete(slice).update(connection);
    }
  }

  /** One by one, in the order of the key, which is that of slices. */
  static void each(Connection connection, Consumer<SliceState> each) throws SQLException {
    Sql.of("SELECT * FROM slices ORDER BY account, region, check_id")
        .each(connection, SliceRows::state, each);
  }

  static List<SliceState> all(Connection connection) throws SQLException {
    return Sql.of("SELECT * FROM slices").list(connection, SliceRows::state).stream()
        .sorted(Comparator.comparing(SliceState::slice))
        .toList();
  }

  private static Sql delete(Slice slice) {
    return bindSlice(Sql.of("DELETE FROM slices" + WHERE_SLICE), slice);
  }

  private static Sql bindSlice(Sql sql, Slice slice) {
    return sql.text(slice.account().id()).text(slice.region().name()).text(slice.check());
  }

  private static Sql bind(Sql sql, SliceState state) {
    return bindSlice(sql, state.slice())
        .text(state.service())
        .text(state.scanId())
        .instant(state.began())
        .instant(state.ended())
        .text(state.outcome().word())
        .json(FailureJson.write(state.failures()))
        .number(state.judged())
        .number(state.unknown())
        .list(state.unconfirmed());
  }

  private static SliceState state(Row row) throws SQLException {
    return new SliceState(
        new Slice(
            row.as("account", AccountId::of), row.as("region", Region::of), row.text("check_id")),
        row.text("service"),
        row.optional("scan"),
        row.optionalInstant("began"),
        row.optionalInstant("ended"),
        row.as("outcome", word -> SliceOutcome.valueOf(word.toUpperCase(Locale.ROOT))),
        row.as("failures", FailureJson::read),
        row.number("judged"),
        row.number("unknown"),
        row.list("unconfirmed"));
  }
}
