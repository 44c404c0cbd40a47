package dev.hammer.acceptance;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.List;

/** A document or a part of it, read by paths such as {@code coverage.percent}. */
record Json(Value value) {

  Json at(String path) {
    Value here = value;
    for (String name : path.split("\\.", -1)) {
      if (!(here instanceof Value.Fields fields)) {
        throw missing(path);
      }
      here = fields.get(name).orElseThrow(() -> missing(path));
    }
    return new Json(here);
  }

  String text(String path) {
    if (at(path).value instanceof Value.Text(String text)) {
      return text;
    }
    throw missing(path);
  }

  long number(String path) {
    return exact(path).number().longValueExact();
  }

  double decimal(String path) {
    return exact(path).number().doubleValue();
  }

  boolean flag(String path) {
    if (at(path).value instanceof Value.Flag(boolean flag)) {
      return flag;
    }
    throw missing(path);
  }

  boolean isNull(String path) {
    return at(path).value instanceof Value.Absent;
  }

  List<Json> list(String path) {
    if (at(path).value instanceof Value.Items(List<Value> items)) {
      return items.stream().map(Json::new).toList();
    }
    throw missing(path);
  }

  @Override
  public String toString() {
    return JsonText.writePretty(value);
  }

  private Value.Num exact(String path) {
    if (at(path).value instanceof Value.Num number) {
      return number;
    }
    throw missing(path);
  }

  private AssertionError missing(String path) {
    return new AssertionError("no such " + path + " in " + this);
  }
}
