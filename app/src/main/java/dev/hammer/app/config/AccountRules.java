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
    Parts parts = new Parts(fields, "a rule", KEYS, key, problems);
    boolean isKnown = parts.refuseUnknown();
    Optional<AccountPattern> match = parts.need(MATCH, Kinds.ACCOUNT_PATTERN, AccountPattern.FORMS);
    Optional<String> role = parts.read(ROLE, Kinds.ROLE);
    Optional<String> externalId = parts.read(EXTERNAL_ID, Kinds.EXTERNAL_ID);
    Optional<Duration> session = parts.read(MINUTES, SESSION).map(Duration::ofMinutes);
    boolean isWhole =
        isKnown
            && parts.isRead(ROLE, role)
            && parts.isRead(EXTERNAL_ID, externalId)
            && parts.isRead(MINUTES, session);
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
}
