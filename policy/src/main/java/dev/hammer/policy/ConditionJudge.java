package dev.hammer.policy;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the tests of one statement: whom each lets in, or whom it catches in a Deny. */
final class ConditionJudge {

  private final KeyRules keys;
  private final Set<String> demandedKeys;
  private final WebIdentities webIdentities;

  ConditionJudge(Statement statement, KeyRules keys, Trust trust) {
    this.keys = keys;
    this.demandedKeys =
        statement.conditions().stream()
            .filter(ConditionJudge::demandsPresence)
            .map(Condition::lowerKey)
            .collect(toUnmodifiableSet());
    this.webIdentities = new WebIdentities(statement, trust);
  }

  private static boolean demandsPresence(Condition test) {
    return test.parsedOperator().test() == Operator.Test.PRESENCE
        && isAlways(test.values(), "false");
  }

  /** The most that passes this test. */
  Bound passing(Condition condition) {
    if (condition.values().isEmpty()) {
      return Bound.everyone("it lists no value, so it has no effect");
    }
    Operator operator = condition.parsedOperator();
    return switch (operator.test()) {
      case EXCLUDES -> Bound.everyone("it excludes some; the rest of the world passes");
      case PRESENCE -> Bound.everyone("it asks whether the key is there, not for its value");
      case ORDER -> Bound.everyone("a time or a number says nothing about who calls");
      case UNKNOWN ->
          Bound.unclear(Quote.of(condition.operator()) + " is no operator this library knows");
      case BOOLEAN -> unlessMissing(condition, operator).orElseGet(() -> keys.flag(condition));
      case MATCHES -> unlessMissing(condition, operator).orElseGet(() -> matching(condition));
    };
  }

  /** Everyone may come without the key, unless another test of the statement demands it. */
  private Optional<Bound> unlessMissing(Condition condition, Operator operator) {
    return operator.passesWithoutKey() && !demandedKeys.contains(condition.lowerKey())
        ? Optional.of(Bound.everyone("it also passes when the request lacks the key"))
        : Optional.empty();
  }

  private Bound matching(Condition condition) {
    return webIdentities.passing(condition).orElseGet(() -> keys.matching(condition));
  }

  /**
   * Whom a test of a Deny statement spares, if it catches every outsider. Negated operators also
   * catch requests that lack the key.
   */
  Optional<Bound> spared(Condition condition) {
    Operator operator = condition.parsedOperator();
    if (isAboutServices(condition, operator)) {
      return Optional.of(new Bound(Audience.SERVICE_UNBOUND, "services of AWS"));
    }
    boolean catchesTheRest =
        operator.test() == Operator.Test.EXCLUDES
            && operator.quantifier() != Operator.Quantifier.ANY
            && !operator.ifExists()
            && !condition.values().isEmpty();
    return catchesTheRest
        ? Optional.of(keys.matching(condition)).filter(Bound::restricts)
        : Optional.empty();
  }

  /** That the caller is no service holds for every outsider; the key is always there. */
  private static boolean isAboutServices(Condition condition, Operator operator) {
    return condition.lowerKey().equals("aws:principalisawsservice")
        && operator.test() == Operator.Test.BOOLEAN
        && operator.quantifier() == Operator.Quantifier.ONE
        && isAlways(condition.values(), "false");
  }

  private static boolean isAlways(List<String> values, String wanted) {
    return !values.isEmpty() && values.stream().allMatch(wanted::equalsIgnoreCase);
  }
}
