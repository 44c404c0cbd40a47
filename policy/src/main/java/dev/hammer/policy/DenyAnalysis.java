package dev.hammer.policy;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Whether a Deny statement takes from outsiders what an Allow statement grants them. AWS's own
 * verdict on S3 looks at grants only, so this never closes a policy; it only marks it as narrowed.
 */
final class DenyAnalysis {

  private final ResourceKind kind;
  private final KeyRules keys;
  private final Trust trust;

  DenyAnalysis(ResourceKind kind, KeyRules keys, Trust trust) {
    this.kind = kind;
    this.keys = keys;
    this.trust = trust;
  }

  boolean narrows(Statement deny, Statement allow) {
    return deny.effect() == Effect.DENY
        && catchesEveryone(deny)
        && catchesOutsiders(deny)
        && covers(deny.actions(), allow.actions(), this::action)
        && covers(deny.resources(), allow.resources(), UnaryOperator.identity());
  }

  private static boolean catchesEveryone(Statement deny) {
    return deny.principals()
        .filter(principals -> !principals.negated())
        .filter(
            principals ->
                principals.named().stream().anyMatch(Principal.Everyone.class::isInstance))
        .isPresent();
  }

  private boolean catchesOutsiders(Statement deny) {
    ConditionJudge judge = new ConditionJudge(deny, keys, trust);
    return deny.conditions().stream().allMatch(test -> judge.spared(test).isPresent());
  }

  /** Actions are the same in any case, and all actions on a bucket are actions of S3. */
  private String action(String pattern) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    return lower.equals(kind.service() + ":*") ? "*" : lower;
  }

  private static boolean covers(Selection deny, Selection allow, UnaryOperator<String> normal) {
    List<String> denied = deny.patterns().stream().map(normal).toList();
    List<String> allowed = allow.patterns().stream().map(normal).toList();
    if (deny.negated()) {
      return allow.negated()
          ? denied.stream().allMatch(spared -> isCovered(spared, allowed))
          : allowed.stream().allMatch(granted -> isDisjoint(granted, denied));
    }
    return allow.negated()
        ? denied.contains("*")
        : allowed.stream().allMatch(granted -> isCovered(granted, denied));
  }

  private static boolean isCovered(String pattern, List<String> by) {
    return by.stream().anyMatch(wider -> Wildcard.covers(wider, pattern));
  }

  private static boolean isDisjoint(String pattern, List<String> from) {
    return from.stream().allMatch(other -> Wildcard.areDisjoint(pattern, other));
  }
}
