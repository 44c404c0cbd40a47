package dev.hammer.policy;

import java.util.List;
import java.util.Optional;

/** Judges policies of one kind of resource: whom they let in, statement by statement. */
public final class PolicyJudge {

  private final PrincipalJudge principals;
  private final KeyRules keys;
  private final ActionGrades grades;
  private final ResourceKind kind;
  private final Trust trust;

  public PolicyJudge(ResourceKind kind, Trust trust) {
    this.kind = kind;
    this.trust = trust;
    this.principals = new PrincipalJudge(trust);
    this.keys = new KeyRules(kind, trust);
    this.grades = new ActionGrades(kind);
  }

  /** Judges every statement; the policy is as bad as the worst. */
  public Exposure judge(PolicyDocument policy) {
    DenyAnalysis denials = new DenyAnalysis(kind, keys, trust, policy.statements());
    return Exposure.of(
        policy.statements().stream()
            .map(one -> one.allows() ? grant(one, denials) : denial(one))
            .toList());
  }

  private StatementJudgement grant(Statement statement, DenyAnalysis denials) {
    ConditionJudge conditions = new ConditionJudge(statement, keys, trust);
    Grant grant = new Grant(statement, principals, conditions);
    Optional<Integer> deny =
        grant.audience().isPublic() ? denials.narrowing(statement) : Optional.empty();
    String why =
        deny.map(index -> grant.why() + " Statement " + index + " denies it to outsiders.")
            .orElseGet(grant::why);
    return new StatementJudgement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        grant.audience(),
        names(statement),
        statement.actions().texts(),
        statement.resources().texts(),
        grant.conditions(),
        grades.grade(statement.actions()),
        deny.isPresent(),
        why);
  }

  private StatementJudgement denial(Statement statement) {
    ConditionJudge judge = new ConditionJudge(statement, keys, trust);
    List<ConditionJudgement> conditions =
        statement.conditions().stream().map(test -> denied(judge, test)).toList();
    return new StatementJudgement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        Audience.INTERNAL,
        names(statement),
        statement.actions().texts(),
        statement.resources().texts(),
        conditions,
        AccessGrade.NONE,
        false,
        "It denies, so it lets nobody in.");
  }

  private static List<String> names(Statement statement) {
    return statement.principals().map(Principals::texts).orElse(List.of());
  }

  private static ConditionJudgement denied(ConditionJudge judge, Condition test) {
    return judge
        .spared(test)
        .map(spared -> judgement(test, true, "Catches everyone but " + spared.who() + "."))
        .orElseGet(() -> judgement(test, false, "Does not catch every outsider."));
  }

  private static ConditionJudgement judgement(Condition test, boolean restricts, String why) {
    return new ConditionJudgement(test.operator(), test.key(), test.values(), restricts, why);
  }
}
