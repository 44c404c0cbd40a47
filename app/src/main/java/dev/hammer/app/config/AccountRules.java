package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One rule: a pattern alone, or an object that says how its accounts are entered, too. */
record AccountRules() implements Kind<AccountRule> {
  private static final String MATCH = "match";
  private static final String ROLE = "role_name_identification";
  private static final String EXTERNAL_ID = "external_id";
  private static final String MINUTES = "session_minutes";
  private static final List<String> KEYS = List.of(MATCH, ROLE, EXTERNAL_ID, MINUTES);
  private static final Kind<Integer> SESSION = Kinds.whole("minutes", 15, 720);

  @Override
  public String form() {
    return "a pattern, or {match, role_name_identification, external_id, session_minutes}";
  }

  @Override
  public String example() {
    return "{match: \"prod-*\", session_minutes: 30}";
  }

  @Override
  public Optional<AccountRule> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      return Kinds.ACCOUNT_PATTERN.read(node, key, problems).map(AccountRule::of);
    }
    refuseUnknown(fields, key, problems);
    Optional<AccountPattern> match = member(fields, MATCH, Kinds.ACCOUNT_PATTERN, key, problems);
    if (fields.find(MATCH).isEmpty()) {
      problems.error(node.at(), key, key + " has no match", AccountPattern.FORMS);
    }
    Optional<String> role = member(fields, ROLE, Kinds.ROLE, key, problems);
    Optional<String> externalId = member(fields, EXTERNAL_ID, Kinds.EXTERNAL_ID, key, problems);
    Optional<Duration> session =
        member(fields, MINUTES, SESSION, key, problems).map(Duration::ofMinutes);
    boolean isWhole =
        isRead(fields, ROLE, role)
            && isRead(fields, EXTERNAL_ID, externalId)
            && isRead(fields, MINUTES, session)
            && KEYS.containsAll(fields.members().stream().map(Node.Member::name).toList());
    return match
        .filter(_ -> isWhole)
        .map(pattern -> new AccountRule(pattern, role, externalId, session));
  }

  @Override
  public Value show(AccountRule rule) {
    boolean isPlain = rule.equals(AccountRule.of(rule.match()));
    if (isPlain) {
      return Value.text(rule.match().text());
    }
    Value.Builder fields = Value.fields().put(MATCH, rule.match().text());
    rule.identificationRole().ifPresent(role -> fields.put(ROLE, role));
    rule.externalId().ifPresent(_ -> fields.put(EXTERNAL_ID, EffectiveSetting.HIDDEN));
    rule.sessionDuration().ifPresent(time -> fields.put(MINUTES, time.toMinutes()));
    return fields.build();
  }

  private static <T> Optional<T> member(
      Node.Fields fields, String name, Kind<T> kind, String key, Problems problems) {
    return fields.find(name).flatMap(m -> kind.read(m.node(), key + "." + name, problems));
  }

  private static boolean isRead(Node.Fields fields, String name, Optional<?> value) {
    return value.isPresent() || fields.find(name).isEmpty();
  }

  private static void refuseUnknown(Node.Fields fields, String key, Problems problems) {
    fields.members().stream()
        .filter(member -> !KEYS.contains(member.name()))
        .forEach(
            member ->
                problems.error(
                    member.at(),
                    key + "." + member.name(),
                    "unknown key " + key + "." + Shown.visible(member.name()),
                    NearMiss.of(member.name(), KEYS)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("a rule has " + String.join(", ", KEYS))));
  }
}
