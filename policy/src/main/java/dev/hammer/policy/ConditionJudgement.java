package dev.hammer.policy;

import java.util.List;

/**
 * What one test of a statement is worth.
 *
 * @param restricts in an Allow: whether it keeps strangers out; in a Deny: whether no outsider
 *     escapes it
 * @param why a sentence
 */
public record ConditionJudgement(
    String operator, String key, List<String> values, boolean restricts, String why) {

  public ConditionJudgement {
    values = List.copyOf(values);
  }
}
