package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** One pattern of accounts; an id in YAML keeps its leading zeros. */
record AccountPatterns() implements Kind<AccountPattern> {
  @Override
  public String form() {
    return "ou:ID, tag:KEY=VALUE, an account id, or a glob of names";
  }

  @Override
  public String example() {
    return "\"prod-*\"";
  }

  @Override
  public Optional<AccountPattern> read(Node node, String key, Problems problems) {
    Optional<AccountPattern> pattern = Word.textOf(node).flatMap(AccountPattern::parse);
    if (pattern.isEmpty()) {
      problems.error(
          node.at(), key, key + ": " + Shown.of(node) + " names no accounts", AccountPattern.FORMS);
    }
    return pattern;
  }

  @Override
  public Value show(AccountPattern value) {
    return Value.text(value.text());
  }
}
