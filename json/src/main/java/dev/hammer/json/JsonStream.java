package dev.hammer.json;

import dev.hammer.core.value.Value;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON piece by piece, so that a list of any length needs no more memory than one item. What
 * was begun and not ended stays so: a list that broke off never looks complete.
 */
public final class JsonStream implements AutoCloseable {
  private final JsonGenerator json;

  private JsonStream(OutputStream out, boolean pretty) {
    BufferedWriter utf8 =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
    this.json = JsonFormat.generator(new EscapingWriter(utf8), pretty);
  }

  public static JsonStream compact(OutputStream out) {
    return new JsonStream(out, false);
  }

  public static JsonStream pretty(OutputStream out) {
    return new JsonStream(out, true);
  }

  /** Begins an object, as the whole or as an item. */
  public JsonStream beginFields() {
    json.writeStartObject();
    return this;
  }

  /** Begins an object as a field. */
  public JsonStream beginFields(String name) {
    json.writeName(name);
    return beginFields();
  }

  /** Begins a list, as the whole or as an item. */
  public JsonStream beginItems() {
    json.writeStartArray();
    return this;
  }

  /** Begins a list as a field. */
  public JsonStream beginItems(String name) {
    json.writeName(name);
    return beginItems();
  }

  public JsonStream field(String name, Value value) {
    json.writeName(name);
    return item(value);
  }

  /** Writes a value: an item of the list, or the whole. */
  public JsonStream item(Value value) {
    JsonWriting.write(json, value);
    return this;
  }

  /** Ends the innermost object or list. */
  public JsonStream end() {
    if (json.streamWriteContext().inObject()) {
      json.writeEndObject();
    } else {
      json.writeEndArray();
    }
    return this;
  }

  /** A line end, after the whole. */
  public JsonStream endLine() {
    json.writeRaw('\n');
    return this;
  }

  public JsonStream flush() {
    json.flush();
    return this;
  }

  /** Writes out what is buffered and closes the stream below. */
  @Override
  public void close() {
    json.close();
  }
}
