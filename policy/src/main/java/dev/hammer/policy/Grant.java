package dev.hammer.policy;

import java.util.List;
import java.util.Optional;

/**
 * An Allow statement under judgement: the widest of its principals, as its conditions narrow it.
 */
final class Grant {

  private static final Bound NOBODY = new Bound(Audience.INTERNAL, "nobody");

  private final Statement statement;
  private final PrincipalJudge principals;
  private final List<Test> tests;
  private final Reached reached;

  Grant(Statement statement, PrincipalJudge principals, ConditionJudge conditions) {
    this.statement = statement;
    this.principals = principals;
    this.tests =
        statement.conditions().stream()
            .map(condition -> new Test(condition, conditions.passing(condition)))
            .toList();
    this.reached = reached();
  }

  Audience audience() {
    return reached.audience();
  }

  String why() {
    return reached.sentence(tests.size());
  }

  List<ConditionJudgement> conditions() {
    return tests.stream().map(Test::judgement).toList();
  }

  private Reached reached() {
    if (statement.actions().isEmpty() || statement.resources().isEmpty()) {
      return Reached.unnarrowed(
          new Bound(Audience.INTERNAL, "nobody, as it lists no action or no resource"));
    }
    Optional<Principals> names = statement.principals();
    if (names.isEmpty()) {
      return Reached.unnarrowed(new Bound(Audience.INTERNAL, "nobody, as it names no principal"));
    }
    return names.get().negated()
        ? narrowed(Bound.everyone("everyone but those it names, strangers included"), tests)
        : names.get().named().stream()
            .map(this::reached)
            .reduce(Reached::or)
            .orElseGet(() -> Reached.unnarrowed(NOBODY));
  }

  private Reached reached(Principal principal) {
    return narrowed(principals.judge(principal), applicable(principal));
  }

  /** A service calls for others, so only what tells for whom it calls can narrow it. */
  private List<Test> applicable(Principal principal) {
    return principal instanceof Principal.Service
        ? tests.stream().filter(test -> KeyRules.isSource(test.condition())).toList()
        : tests;
  }

  private static Reached narrowed(Bound named, List<Test> tests) {
    Bound narrowest = tests.stream().map(Test::passing).reduce(named, Bound::and);
    return new Reached(named, narrowest);
  }

  /** One condition and the most that passes it. */
  private record Test(Condition condition, Bound passing) {

    ConditionJudgement judgement() {
      return new ConditionJudgement(
          condition.operator(), condition.key(), condition.values(), passing.restricts(), why());
    }

    private String why() {
      return switch (passing.audience()) {
        case PUBLIC -> "Narrows nothing: " + passing.who() + ".";
        case PUBLIC_UNCLEAR -> "Cannot be judged: " + passing.who() + ".";
        case SERVICE_UNBOUND, CROSS_ACCOUNT, ORG, INTERNAL -> "Lets in only " + passing.who() + ".";
      };
    }
  }

  /** Whom the statement names and what is left of them. */
  private record Reached(Bound named, Bound left) {

    static Reached unnarrowed(Bound named) {
      return new Reached(named, named);
    }

    Audience audience() {
      return left.audience();
    }

    Reached or(Reached other) {
      return other.audience().compareTo(audience()) > 0 ? other : this;
    }

    String sentence(int tests) {
      String lets = "It lets in " + named.who();
      if (named.equals(left)) {
        return lets + unnarrowed(tests) + ".";
      }
      return left.restricts()
          ? lets + ", but of these only " + left.who() + "."
          : lets + ", unless a condition narrows that which cannot be judged: " + left.who() + ".";
    }

    private String unnarrowed(int tests) {
      if (named.restricts()) {
        return "";
      }
      return switch (tests) {
        case 0 -> ", without any condition";
        case 1 -> ", and its condition does not narrow that";
        default -> ", and none of its " + tests + " conditions narrows that";
      };
    }
  }
}
