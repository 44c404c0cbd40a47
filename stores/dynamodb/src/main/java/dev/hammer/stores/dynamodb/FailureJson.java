package dev.hammer.stores.dynamodb;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Locale;

/** Failures of reading as a value tree. */
final class FailureJson {
  private FailureJson() {}

  static Value write(List<ReadFailure> failures) {
    return Value.items(failures.stream().map(FailureJson::write).toList());
  }

  static List<ReadFailure> read(Value items) {
    return ((Value.Items) items).items().stream().map(item -> read((Value.Fields) item)).toList();
  }

  private static Value write(ReadFailure failure) {
    return Value.fields()
        .put("service", failure.call().service())
        .put("operation", failure.call().operation())
        .put("action", failure.call().action())
        .put("kind", failure.kind().name().toLowerCase(Locale.ROOT))
        .put("code", failure.code())
        .put("detail", failure.detail())
        .put("request_id", Value.text(failure.requestId()))
        .build();
  }

  private static ReadFailure read(Value.Fields fields) {
    return new ReadFailure(
        ApiCall.of(text(fields, "service"), text(fields, "operation"), text(fields, "action")),
        ReadFailure.Kind.valueOf(text(fields, "kind").toUpperCase(Locale.ROOT)),
        text(fields, "code"),
        text(fields, "detail"),
        fields.text("request_id"));
  }

  private static String text(Value.Fields fields, String name) {
    return fields.text(name).orElseThrow();
  }
}
