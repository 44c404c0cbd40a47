package dev.hammer.app.archive;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import java.util.Locale;

/** How a slice stands as a line of an archive. */
final class SliceLine {
  static final String TYPE = "slice";

  private SliceLine() {}

  static Value.Fields write(SliceState state) {
    return Value.fields()
        .put(Line.TYPE, TYPE)
        .put("account", state.slice().account().id())
        .put("region", state.slice().region().name())
        .put("check", state.slice().check())
        .put("service", state.service())
        .put("scan", Value.text(state.scanId()))
        .put("began", Value.instant(state.began()))
        .put("ended", Value.instant(state.ended()))
        .put("outcome", state.outcome().word())
        .put("failures", Value.items(state.failures().stream().map(SliceLine::write).toList()))
        .put("judged", state.judged())
        .put("unknown", state.unknown())
        .put("unconfirmed", Value.texts(state.unconfirmed()))
        .build();
  }

  static SliceState read(Line line) {
    return new SliceState(
        new Slice(
            line.as("account", AccountId::of), line.as("region", Region::of), line.text("check")),
        line.text("service"),
        line.optional("scan"),
        line.optionalInstant("began"),
        line.optionalInstant("ended"),
        line.as("outcome", word -> SliceOutcome.valueOf(word.toUpperCase(Locale.ROOT))),
        line.lines("failures").stream().map(SliceLine::failure).toList(),
        line.number("judged"),
        line.number("unknown"),
        line.texts("unconfirmed"));
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

  private static ReadFailure failure(Line line) {
    return new ReadFailure(
        ApiCall.of(line.text("service"), line.text("operation"), line.text("action")),
        line.as("kind", word -> ReadFailure.Kind.valueOf(word.toUpperCase(Locale.ROOT))),
        line.text("code"),
        line.text("detail"),
        line.optional("request_id"));
  }
}
