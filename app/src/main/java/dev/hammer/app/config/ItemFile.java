package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file of the shape section, account, list of resources: whitelist and fixnow. */
final class ItemFile {
  private final Set<String> checks;
  private final Set<AccountId> accounts;
  private final Problems problems;
  private final List<ListedItem> items = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param checks ids of the checks there are
   * @param accounts accounts of the configuration; empty if it names none
   */
  ItemFile(Set<String> checks, Set<AccountId> accounts, Problems problems) {
    this.checks = checks;
    this.accounts = accounts;
    this.problems = problems;
  }

  List<ListedItem> read(Node.Fields root) {
    root.members().forEach(this::section);
    return List.copyOf(items);
  }

  private void section(Node.Member member) {
    String check = SectionNames.canonical(member.name());
    Set<String> known = SectionNames.all();
    known.addAll(checks);
    if (!known.contains(check)) {
      unknown(member, known);
    } else if (!(member.node() instanceof Node.Fields byAccount)) {
      problems.error(
          member.node().at(),
          member.name(),
          member.name() + " is " + Shown.kindOf(member.node()),
          "write an object of account ids with lists");
    } else {
      if (!checks.contains(check)) {
        problems.warning(
            member.at(), check, "there is no check " + check + " yet", "its entries are ignored");
      }
      byAccount.members().forEach(account -> account(check, member.name(), account));
    }
  }

  private void unknown(Node.Member member, Set<String> known) {
    String message = "unknown section " + Shown.visible(member.name());
    NearMiss.of(member.name(), known)
        .ifPresentOrElse(
            near ->
                problems.error(member.at(), member.name(), message, "did you mean " + near + "?"),
            () -> problems.warning(member.at(), member.name(), message, "it is ignored"));
  }

  private void account(String check, String section, Node.Member member) {
    String key = section + "." + Shown.visible(member.name());
    Optional<AccountId> account = AccountIds.named(member, section, problems);
    account
        .filter(id -> !accounts.isEmpty() && !accounts.contains(id))
        .ifPresent(
            id ->
                problems.warning(
                    member.at(),
                    key,
                    key + ": account " + id + " is not in aws.accounts",
                    "add it there or remove it here"));
    if (member.node() instanceof Node.Items(_, List<Node> nodes, _)) {
      for (int i = 0; i < nodes.size(); i++) {
        item(check, account, key + "[" + i + "]", nodes.get(i));
      }
    } else {
      notAList(key, member.node());
    }
  }

  /** The predecessor took a string for a pattern that matches each of its parts. */
  private void notAList(String key, Node node) {
    String example = Word.textOf(node).map(text -> ": [" + Shown.quoted(text) + "]").orElse("");
    problems.error(node.at(), key, key + " is " + Shown.kindOf(node), "write a list" + example);
  }

  private void item(String check, Optional<AccountId> account, String key, Node node) {
    Optional<String> text =
        node instanceof Node.Fields fields
            ? fields.find("id").map(Node.Member::node).flatMap(Word::textOf)
            : Word.textOf(node);
    if (text.filter(t -> !t.isBlank()).isEmpty()) {
      problems.error(
          node.at(),
          key,
          key + " names no resource",
          node instanceof Node.Fields ? "add id" : "write a text, or an object with id");
      return;
    }
    if (account.isPresent() && checks.contains(check)) {
      ItemForm.of(check).prove(text.get(), key, node.at(), problems);
      items.add(new ListedItem(check, account.get(), text.get(), key, node));
    }
  }
}
