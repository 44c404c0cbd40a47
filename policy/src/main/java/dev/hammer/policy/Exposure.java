package dev.hammer.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whom a policy lets in: as bad as its worst statement.
 *
 * @param narrowedByDeny whether the policy is public by its grants, but each public grant is taken
 *     from outsiders by a Deny
 * @param why one or more sentences
 */
public record Exposure(
    Audience verdict, boolean narrowedByDeny, List<StatementJudgement> statements, String why) {

  private static final int MOST_TOLD = 3;

  public Exposure {
    statements = List.copyOf(statements);
  }

  static Exposure of(List<StatementJudgement> statements) {
    Audience verdict =
        statements.stream()
            .map(StatementJudgement::verdict)
            .max(Audience::compareTo)
            .orElse(Audience.INTERNAL);
    List<StatementJudgement> open = at(statements, Audience.PUBLIC_UNCLEAR);
    boolean narrowed =
        !open.isEmpty() && open.stream().allMatch(StatementJudgement::narrowedByDeny);
    return new Exposure(verdict, narrowed, statements, why(verdict, statements));
  }

  private static String why(Audience verdict, List<StatementJudgement> statements) {
    if (statements.stream().noneMatch(one -> one.effect() == Effect.ALLOW)) {
      return "No statement lets anybody in.";
    }
    List<StatementJudgement> worst =
        statements.stream()
            .filter(one -> one.effect() == Effect.ALLOW && one.verdict() == verdict)
            .toList();
    String told =
        worst.stream()
            .limit(MOST_TOLD)
            .map(one -> one.name() + ": " + one.why())
            .collect(Collectors.joining(" "));
    int more = worst.size() - MOST_TOLD;
    return more > 0 ? told + " And " + more + " more like these." : told;
  }

  private static List<StatementJudgement> at(List<StatementJudgement> statements, Audience least) {
    return statements.stream().filter(one -> one.verdict().isAtLeast(least)).toList();
  }

  /** Whether everyone is let in, or may be. */
  public boolean isPublic() {
    return verdict.isPublic();
  }

  /** The statements that let everyone in, or may. */
  public List<StatementJudgement> publicStatements() {
    return at(statements, Audience.PUBLIC_UNCLEAR);
  }

  /**
   * The most that a stranger can do by the public statements, leaving out what a Deny takes away.
   */
  public AccessGrade publicAccess() {
    return publicStatements().stream()
        .filter(one -> narrowedByDeny || !one.narrowedByDeny())
        .map(StatementJudgement::access)
        .reduce(AccessGrade.NONE, AccessGrade::or);
  }
}
