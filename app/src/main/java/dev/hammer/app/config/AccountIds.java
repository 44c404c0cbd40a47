package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.value.Value;
import java.util.Optional;

/** One account id; a number in YAML keeps its leading zeros. */
record AccountIds() implements Kind<AccountId> {
  private static final String REMEDY = "write it as in \"111111111111\"";

  @Override
  public String form() {
    return "account id of 12 digits";
  }

  @Override
  public String example() {
    return "\"111111111111\"";
  }

  @Override
  public Optional<AccountId> read(Node node, String key, Problems problems) {
    Optional<String> text = Word.textOf(node);
    if (text.filter(AccountId::isValid).isPresent()) {
      return text.map(AccountId::of);
    }
    problems.error(node.at(), key, key + ": " + Shown.of(node) + wrong(text.orElse("")), REMEDY);
    return Optional.empty();
  }

  @Override
  public Value show(AccountId value) {
    return Value.text(value.id());
  }

  /** Reads an id that is the name of a member. */
  static Optional<AccountId> named(Node.Member member, String key, Problems problems) {
    if (AccountId.isValid(member.name())) {
      return Optional.of(AccountId.of(member.name()));
    }
    problems.error(
        member.at(),
        key,
        (key.isEmpty() ? "the file" : key)
            + " has key "
            + Shown.quoted(member.name())
            + wrong(member.name()),
        REMEDY);
    return Optional.empty();
  }

  private static String wrong(String text) {
    boolean isCount = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return ": account ids have 12 digits" + (isCount ? ", not " + text.length() : "");
  }
}
