package dev.hammer.cli.command;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.PrintStream;

/** A list as JSON lines: each item says its type, and a summary tells that it is whole. */
final class JsonLines {
  private final PrintStream out;
  private long count;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  void item(String type, Value.Fields item) {
    count++;
    print(type, item);
  }

  /** How many items were written. */
  long count() {
    return count;
  }

  /** The last line. */
  void summary(Value.Fields summary) {
    print("summary", summary);
    out.flush();
  }

  private void print(String type, Value.Fields item) {
    Value.Builder line = Value.fields().put("type", type);
    item.fields().forEach(line::add);
    out.println(JsonText.write(line.build()));
  }
}
