package dev.hammer.policy;

import java.util.List;
import java.util.Optional;

/**
 * Whom one statement lets in, to do what, and why.
 *
 * @param index its place in the document, from 0
 * @param verdict {@link Audience#INTERNAL} for every Deny, which lets nobody in
 * @param narrowedByDeny whether another statement takes from outsiders what this one grants
 * @param why a sentence
 */
public record StatementJudgement(
    int index,
    Optional<String> sid,
    Effect effect,
    Audience verdict,
    List<String> principals,
    List<String> actions,
    List<String> resources,
    List<ConditionJudgement> conditions,
    AccessGrade access,
    boolean narrowedByDeny,
    String why) {

  public StatementJudgement {
    principals = List.copyOf(principals);
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }

  /** How people refer to the statement. */
  public String name() {
    return sid.filter(text -> !text.isBlank())
        .map(text -> "Statement " + index + " (" + Quote.plain(text) + ")")
        .orElse("Statement " + index);
  }
}
