package dev.hammer.checks;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;
import dev.hammer.policy.Audience;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.StatementJudgement;
import java.util.List;

/** How the checks of public policies tell what is wrong: the same words for every service. */
public record PolicyFault(ResourcePolicy policy, Exposure exposure) {
  private static final int MOST_ACTIONS = 3;

  /**
   * The violation.
   *
   * @param open the severity if nothing narrows or blurs the policy
   * @param why what that severity rests on, in words
   * @param certain whether it is settled that the policy is public
   * @param details what the check tells beside the policy
   */
  public Verdict.Violating violation(
      Severity open, String why, boolean certain, Value.Fields details) {
    if (exposure.narrowedByDeny()) {
      String reason = "a Deny takes from outsiders what is granted to everyone, which is fragile";
      return violating(Severity.MEDIUM, reason, details);
    }
    return certain
        ? violating(open, why, details)
        : violating(Severity.MEDIUM, "a condition that cannot be judged may narrow it", details);
  }

  private Verdict.Violating violating(Severity severity, String why, Value.Fields details) {
    return Verdict.violating(severity, summary(), why + ". " + exposure.why(), evidence(details));
  }

  private String summary() {
    List<String> actions =
        exposure.publicStatements().stream()
            .flatMap(statement -> statement.actions().stream())
            .distinct()
            .sorted()
            .toList();
    String some = String.join(", ", actions.subList(0, Math.min(actions.size(), MOST_ACTIONS)));
    int more = actions.size() - MOST_ACTIONS;
    return who() + " may " + some + (more > 0 ? " and " + more + " more" : "") + mark();
  }

  private String who() {
    return exposure.verdict() == Audience.PUBLIC ? "everyone" : "perhaps everyone";
  }

  private String mark() {
    return exposure.narrowedByDeny() ? ", narrowed by a Deny" : "";
  }

  private Value.Fields evidence(Value.Fields details) {
    Value.Builder all = Value.fields();
    details.fields().forEach(all::add);
    return all.put("policy", policy.indented())
        .put("audience", exposure.verdict().label())
        .put("narrowed_by_deny", exposure.narrowedByDeny())
        .note(
            "public_statements",
            Value.items(exposure.publicStatements().stream().map(PolicyFault::statement).toList()))
        .build();
  }

  private static Value statement(StatementJudgement statement) {
    return Value.fields()
        .put("index", statement.index())
        .put("sid", Value.text(statement.sid()))
        .put("access", statement.access().label())
        .put("principals", Value.texts(statement.principals()))
        .put("actions", Value.texts(statement.actions()))
        .put("resources", Value.texts(statement.resources()))
        .put("why", statement.why())
        .build();
  }
}
