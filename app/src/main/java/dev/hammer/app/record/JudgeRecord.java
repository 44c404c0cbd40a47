package dev.hammer.app.record;

import dev.hammer.core.value.Value;
import dev.hammer.policy.ConditionJudgement;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.StatementJudgement;

/** Whom a policy lets in, as every door shows it to machines. */
public final class JudgeRecord {
  private JudgeRecord() {}

  /** The public form of an exposure. */
  public static Value.Fields of(Exposure exposure) {
    return Value.fields()
        .put("schema", "hammer/judge/1")
        .put("verdict", exposure.verdict().label())
        .put(
            "statements",
            Value.items(exposure.statements().stream().map(JudgeRecord::statement).toList()))
        .build();
  }

  private static Value.Fields statement(StatementJudgement statement) {
    return Value.fields()
        .put("index", statement.index())
        .put("sid", Value.text(statement.sid()))
        .put("verdict", statement.verdict().label())
        .put("principals", Value.texts(statement.principals()))
        .put("actions", Value.texts(statement.actions()))
        .put("resources", Value.texts(statement.resources()))
        .put(
            "conditions",
            Value.items(statement.conditions().stream().map(JudgeRecord::condition).toList()))
        .put("why", statement.why())
        .build();
  }

  private static Value.Fields condition(ConditionJudgement condition) {
    return Value.fields()
        .put("operator", condition.operator())
        .put("key", condition.key())
        .put("values", Value.texts(condition.values()))
        .put("restricts", condition.restricts())
        .put("why", condition.why())
        .build();
  }
}
