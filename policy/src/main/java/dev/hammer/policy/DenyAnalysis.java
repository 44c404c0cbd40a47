package dev.hammer.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The Deny statements of a policy that take from outsiders what an Allow statement may grant them.
 * AWS's own verdict on S3 looks at grants only, so this never closes a policy; it only marks it as
 * narrowed.
 */
final class DenyAnalysis {

  private final ResourceKind kind;
  private final List<Scope> denials;

  DenyAnalysis(ResourceKind kind, KeyRules keys, Trust trust, List<Statement> statements) {
    this.kind = kind;
    this.denials =
        statements.stream()
            .filter(one -> one.effect() == Effect.DENY)
            .filter(DenyAnalysis::catchesEveryone)
            .filter(one -> catchesOutsiders(one, new ConditionJudge(one, keys, trust)))
            .map(this::scope)
            .toList();
  }

  private static boolean catchesEveryone(Statement deny) {
    return deny.principals()
        .filter(principals -> !principals.negated())
        .filter(
            principals ->
                principals.named().stream().anyMatch(Principal.Everyone.class::isInstance))
        .isPresent();
  }

  private static boolean catchesOutsiders(Statement deny, ConditionJudge judge) {
    return deny.conditions().stream().allMatch(test -> judge.spared(test).isPresent());
  }

  /** The place of the first Deny that covers everything the statement grants. */
  Optional<Integer> narrowing(Statement allow) {
    Scope granted = scope(allow);
    return denials.stream().filter(denied -> denied.covers(granted)).map(Scope::index).findFirst();
  }

  private Scope scope(Statement statement) {
    List<String> actions = statement.actions().patterns().stream().map(this::action).toList();
    return new Scope(
        statement.index(),
        new Selection(statement.actions().negated(), actions),
        statement.resources());
  }

  /** Actions are the same in any case, and all actions on a bucket are actions of S3. */
  private String action(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    return lower.equals(kind.service() + ":*") ? "*" : lower;
  }

  /** What a statement is about, its actions brought to one spelling. */
  private record Scope(int index, Selection actions, Selection resources) {

    boolean covers(Scope granted) {
      return actions.covers(granted.actions) && resources.covers(granted.resources);
    }
  }
}
