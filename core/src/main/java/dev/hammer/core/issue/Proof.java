package dev.hammer.core.issue;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/** The evidence an issue rests on: what was read, when, and by which calls. */
public record Proof(Instant readAt, List<String> calls, Value.Fields evidence) {
  static Proof of(Judged judged) {
    return new Proof(
        judged.readAt(),
        judged.calls().stream().map(ApiCall::toString).toList(),
        judged.evidence());
  }
}
