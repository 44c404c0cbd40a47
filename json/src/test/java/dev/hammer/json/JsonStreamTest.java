package dev.hammer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonStreamTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesAListItemByItem() {
    try (JsonStream json = JsonStream.compact(out)) {
      json.beginFields().field("schema", Value.of(1)).beginItems("issues");
      json.item(Value.text("a")).item(Value.fields().put("b", 2).build());
      json.end().beginFields("meta").field("x", Value.absent()).end().end().endLine();
    }

    assertThat(text())
        .isEqualTo("{\"schema\":1,\"issues\":[\"a\",{\"b\":2}],\"meta\":{\"x\":null}}\n");
  }

  @Test
  void prettyStreamReadsLikePrettyText() {
    Value item = Value.fields().put("b", 2).build();
    try (JsonStream json = JsonStream.pretty(out)) {
      json.beginFields().beginItems("issues").item(item).item(item).end().end();
    }

    assertThat(text()).isEqualTo(JsonText.writePretty(JsonText.parse(text()))).contains("    {\n");
  }

  @Test
  void aListThatBrokeOffDoesNotLookComplete() {
    try (JsonStream json = JsonStream.compact(out)) {
      json.beginItems().item(Value.of(1));
    }

    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonText.parse(text()));
  }

  @Test
  void manyItemsLeaveAsTheyCome() {
    long[] written = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            written[0] += length;
          }
        };
    try (JsonStream json = JsonStream.compact(counting)) {
      json.beginItems();
      for (int i = 0; i < 100_000; i++) {
        json.item(Value.text("item number " + i));
      }
      assertThat(written[0]).isGreaterThan(1_500_000);
      json.end();
    }
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
