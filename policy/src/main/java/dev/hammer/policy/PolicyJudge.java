package dev.hammer.policy;

import java.util.List;

/** Judges policies of one kind of resource: whom they let in, statement by statement. */
public final class PolicyJudge {

  private final PrincipalJudge principals;
  private final KeyRules keys;
  private final ActionGrades grades;
  private final DenyAnalysis denies;
  private final Trust trust;

  public PolicyJudge(ResourceKind kind, Trust trust) {
    this.trust = trust;
    this.principals = new PrincipalJudge(trust);
    this.keys = new KeyRules(kind, trust);
    this.grades = new ActionGrades(kind);
    this.denies = new DenyAnalysis(kind, keys, trust);
  }

  /** Judges every statement; the policy is as bad as the worst. */
  public Exposure judge(PolicyDocument policy) {
    return Exposure.of(
        policy.statements().stream()
            .map(one -> one.allows() ? grant(one, policy.statements()) : denial(one))
            .toList());
  }

  private StatementJudgement grant(Statement statement, List<Statement> all) {
    ConditionJudge conditions = new ConditionJudge(statement, keys, trust);
    Grant grant = new Grant(statement, principals, conditions);
    Audience verdict = grant.audience();
    List<Statement> narrowing =
        verdict.isPublic()
            ? all.stream().filter(other -> denies.narrows(other, statement)).toList()
            : List.of();
    String why =
        narrowing.isEmpty()
            ? grant.why()
            : grant.why()
                + " Statement "
                + narrowing.getFirst().index()
                + " denies it to outsiders.";
    return judgement(
        statement, verdict, grant.conditions(), grades.grade(statement.actions()), narrowing, why);
  }

  private StatementJudgement denial(Statement statement) {
    ConditionJudge judge = new ConditionJudge(statement, keys, trust);
    List<ConditionJudgement> conditions =
        statement.conditions().stream().map(test -> denied(judge, test)).toList();
    return judgement(
        statement,
        Audience.INTERNAL,
        conditions,
        AccessGrade.NONE,
        List.of(),
        "It denies, so it lets nobody in.");
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

  private static StatementJudgement judgement(
      Statement statement,
      Audience verdict,
      List<ConditionJudgement> conditions,
      AccessGrade access,
      List<Statement> narrowing,
      String why) {
    return new StatementJudgement(
        statement.index(),
        statement.sid(),
        statement.effect(),
        verdict,
        statement.principals().map(Principals::texts).orElse(List.of()),
        statement.actions().texts(),
        statement.resources().texts(),
        conditions,
        access,
        !narrowing.isEmpty(),
        why);
  }
}
