package dev.hammer.json;

import dev.hammer.core.value.Value;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/**
 * A value tree as JSON text. What is written reads back equal, save that every field counts as
 * significant: JSON has no word for that.
 */
public final class JsonText {
  private JsonText() {}

  /** On one line, without spaces. */
  public static String write(Value value) {
    return text(value, false);
  }

  /** Indented by two spaces, without a line end after it. */
  public static String writePretty(Value value) {
    return text(value, true);
  }

  /**
   * Reads one JSON text from anywhere.
   *
   * @throws JsonException if it is no JSON, names a field twice or nests too deeply
   */
  public static Value parse(String text) {
    return JsonReading.read(text, JsonFormat.FOREIGN);
  }

  /**
   * Reads what {@link #write} wrote: deeper than foreign text may be, for evidence may hold foreign
   * text.
   */
  public static Value parseWritten(String text) {
    return JsonReading.read(text, JsonFormat.OWN);
  }

  private static String text(Value value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonFormat.generator(new EscapingWriter(text), pretty)) {
      JsonWriting.write(json, value);
    }
    return text.toString();
  }
}
