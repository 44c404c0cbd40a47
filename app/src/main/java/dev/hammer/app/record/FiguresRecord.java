package dev.hammer.app.record;

import dev.hammer.app.history.LifeFigure;
import dev.hammer.app.history.LifeFigures;
import dev.hammer.app.issues.Books;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.Optional;

/** How long faults live, as every door shows it to machines. */
public final class FiguresRecord {
  private FiguresRecord() {}

  /** The public form of some figures. */
  public static Value.Fields of(LifeFigures figures, Books books, String query) {
    Value.Builder severities = Value.fields();
    figures.bySeverity().forEach((severity, each) -> severities.put(severity.word(), of(each)));
    Value.Builder checks = Value.fields();
    figures.byCheck().forEach((check, each) -> checks.put(check, of(each)));
    return Value.fields()
        .put("schema", "hammer/figures/1")
        .put("generated_at", Value.of(books.now()))
        .put("query", query)
        .put("since", Value.of(figures.since()))
        .put("coverage", IssuesRecord.coverage(books))
        .put("all", of(figures.all()))
        .put("by_severity", severities.build())
        .put("by_check", checks.build())
        .build();
  }

  private static Value.Fields of(LifeFigure figure) {
    return Value.fields()
        .put("open", figure.open())
        .put("median_age_seconds", seconds(figure.age()))
        .put("resolved", figure.resolved())
        .put("median_time_to_resolve_seconds", seconds(figure.timeToResolve()))
        .build();
  }

  private static Value seconds(Optional<Duration> span) {
    return span.map(Duration::toSeconds).<Value>map(Value::of).orElse(Value.absent());
  }
}
