package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names of accounts by id. */
record NamedAccounts() implements Kind<SortedMap<AccountId, String>> {
  @Override
  public String form() {
    return "object: account id to name";
  }

  @Override
  public String example() {
    return "{\"111111111111\": acme-main}";
  }

  @Override
  public Optional<SortedMap<AccountId, String>> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      problems.error(
          node.at(),
          key,
          key + " is " + Shown.kindOf(node),
          "write an object of ids with names, such as \"111111111111\": prod");
      return Optional.empty();
    }
    SortedMap<AccountId, String> accounts = new TreeMap<>();
    for (Node.Member member : fields.members()) {
      Optional<AccountId> id = AccountIds.named(member, key, problems);
      Optional<String> name = Kinds.TEXT.read(member.node(), key + "." + member.name(), problems);
      if (id.isPresent() && name.isPresent()) {
        accounts.put(id.get(), name.get());
      }
    }
    return Optional.of(accounts);
  }

  @Override
  public Value show(SortedMap<AccountId, String> value) {
    Value.Builder fields = Value.fields();
    value.forEach((id, name) -> fields.put(id.id(), name));
    return fields.build();
  }
}
