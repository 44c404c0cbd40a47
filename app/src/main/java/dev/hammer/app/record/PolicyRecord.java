package dev.hammer.app.record;

import dev.hammer.app.permissions.Need;
import dev.hammer.app.permissions.PermissionPlan;
import dev.hammer.app.permissions.PermissionPolicy;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The least permissions, as every door shows them to machines. */
public final class PolicyRecord {
  private PolicyRecord() {}

  /**
   * The public form of a plan.
   *
   * @param template the template asked for, or absent
   */
  public static Value.Fields of(PermissionPlan plan, Value template, Instant now) {
    return Value.fields()
        .put("schema", "hammer/policy/1")
        .put("generated_at", Value.of(now))
        .put("missing_only", plan.additional())
        .put("looked_at", Value.instant(plan.looked()))
        .put("role", role(plan))
        .put(
            "policies",
            Value.items(
                Stream.concat(
                        policies(plan, plan.reading(), "role"),
                        policies(plan, plan.entering(), "main"))
                    .toList()))
        .put("template", template)
        .put("actions", Value.items(plan.needs().stream().map(PolicyRecord::action).toList()))
        .build();
  }

  private static Value role(PermissionPlan plan) {
    return Value.fields()
        .put("name", plan.role().name())
        .put("main_account", Value.text(plan.role().mainAccount().map(account -> account.id())))
        .put("wants_external_id", plan.role().wantsExternalId())
        .build();
  }

  private static Stream<Value> policies(
      PermissionPlan plan, List<PermissionPolicy> policies, String holder) {
    return policies.stream()
        .map(
            policy ->
                Value.fields()
                    .put("for", holder)
                    .put("characters", policy.characters())
                    .put("document", plan.document(policy))
                    .build());
  }

  private static Value action(Need need) {
    return Value.fields()
        .put("action", need.action())
        .put("calls", Value.texts(need.calls().stream().map(Object::toString).toList()))
        .put("resources", Value.texts(need.resources()))
        .put("decides", Value.texts(need.decides()))
        .put("grades", Value.texts(need.grades()))
        .put("plans", need.plans())
        .build();
  }
}
