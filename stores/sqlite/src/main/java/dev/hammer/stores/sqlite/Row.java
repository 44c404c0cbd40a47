package dev.hammer.stores.sqlite;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The row an answer stands at, by the names of its columns. */
final class Row {
  private static final String NO_FIELDS = "{}";
  private static final String NO_ITEMS = "[]";

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** The number in the first column, whatever its name. */
  long first() throws SQLException {
    return rows.getLong(1);
  }

  String text(String column) throws SQLException {
    return optional(column).orElseThrow();
  }

  Optional<String> optional(String column) throws SQLException {
    Optional<String> stored = Optional.ofNullable(rows.getString(column));
    try {
      return stored.map(SqlText::decode);
    } catch (RuntimeException senseless) {
      throw new UnreadableRowException(column, senseless);
    }
  }

  long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  boolean flag(String column) throws SQLException {
    return rows.getLong(column) != 0;
  }

  Instant instant(String column) throws SQLException {
    return as(column, SqlInstant::decode);
  }

  Optional<Instant> optionalInstant(String column) throws SQLException {
    Optional<String> text = optional(column);
    try {
      return text.map(SqlInstant::decode);
    } catch (RuntimeException senseless) {
      throw new UnreadableRowException(column, senseless);
    }
  }

  Value json(String column) throws SQLException {
    return as(column, JsonText::parseWritten);
  }

  Value.Fields fields(String column) throws SQLException {
    return as(
        column,
        text ->
            text.equals(NO_FIELDS)
                ? Value.Fields.NONE
                : (Value.Fields) JsonText.parseWritten(text));
  }

  List<String> list(String column) throws SQLException {
    return as(column, Row::texts);
  }

  /** A text that stands for something; what it cannot stand for is named with its column. */
  <T> T as(String column, Function<String, T> meaning) throws SQLException {
    String text = text(column);
    try {
      return meaning.apply(text);
    } catch (RuntimeException senseless) {
      throw new UnreadableRowException(column, senseless);
    }
  }

  private static List<String> texts(String json) {
    if (json.equals(NO_ITEMS)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : ((Value.Items) JsonText.parseWritten(json)).items()) {
      texts.add(((Value.Text) item).text());
    }
    return texts;
  }
}
