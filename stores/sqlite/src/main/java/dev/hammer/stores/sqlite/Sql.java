package dev.hammer.stores.sqlite;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement and its values in order. Values never become part of the statement's text. */
final class Sql {
  private final String text;
  private final List<@Nullable Object> values = new ArrayList<>();

  private Sql(String text) {
    this.text = text;
  }

  static Sql of(String text) {
    return new Sql(text);
  }

  /** Makes something of a row. */
  @FunctionalInterface
  interface Mapper<T> {
    T of(Row row) throws SQLException;
  }

  /** As many places as there are values: {@code ?, ?, ?}. */
  static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  Sql text(String value) {
    values.add(SqlText.encode(value));
    return this;
  }

  Sql text(Optional<String> value) {
    values.add(value.map(SqlText::encode).orElse(null));
    return this;
  }

  Sql texts(Collection<String> each) {
    each.forEach(this::text);
    return this;
  }

  Sql number(long value) {
    values.add(value);
    return this;
  }

  Sql flag(boolean value) {
    return number(value ? 1 : 0);
  }

  Sql instant(Instant value) {
    values.add(SqlInstant.encode(value));
    return this;
  }

  Sql instant(Optional<Instant> value) {
    values.add(value.map(SqlInstant::encode).orElse(null));
    return this;
  }

  Sql json(Value value) {
    return text(JsonText.write(value));
  }

  Sql list(Collection<String> items) {
    return json(Value.texts(items));
  }

  /** The same statement, not executed but explained. */
  Sql explained() {
    Sql plan = of("EXPLAIN QUERY PLAN " + text);
    plan.values.addAll(values);
    return plan;
  }

  /** Executes a change and answers how many rows it touched. */
  int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = bound(connection)) {
      return statement.executeUpdate();
    }
  }

  /** The same with a statement that is kept. */
  int update(Statements statements) throws SQLException {
    return bind(statements.of(text)).executeUpdate();
  }

  /** Hands over row by row; no more than one is held. */
  <T> void each(Connection connection, Mapper<T> mapper, Consumer<? super T> consumer)
      throws SQLException {
    try (PreparedStatement statement = bound(connection)) {
      each(statement, mapper, consumer);
    }
  }

  <T> List<T> list(Connection connection, Mapper<T> mapper) throws SQLException {
    List<T> all = new ArrayList<>();
    each(connection, mapper, all::add);
    return all;
  }

  /** The same with a statement that is kept. */
  <T> List<T> list(Statements statements, Mapper<T> mapper) throws SQLException {
    List<T> all = new ArrayList<>();
    each(bind(statements.of(text)), mapper, all::add);
    return all;
  }

  <T> Optional<T> first(Connection connection, Mapper<T> mapper) throws SQLException {
    return list(connection, mapper).stream().findFirst();
  }

  /** The one row there always is. */
  <T> T single(Connection connection, Mapper<T> mapper) throws SQLException {
    return first(connection, mapper).orElseThrow();
  }

  private PreparedStatement bound(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    try {
      return bind(statement);
    } catch (SQLException | RuntimeException failed) {
      statement.close();
      throw failed;
    }
  }

  private PreparedStatement bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  private static <T> void each(
      PreparedStatement statement, Mapper<T> mapper, Consumer<? super T> consumer)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      Row row = new Row(rows);
      while (rows.next()) {
        consumer.accept(mapper.of(row));
      }
    }
  }
}
