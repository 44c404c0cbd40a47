package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a file of the shape section, account, list of resources: whitelist and fixnow. */
final class ItemFile {
  private static final Pattern ID_PATTERN = Pattern.compile("[0-9]*\\*[0-9*]*");

  private final Set<String> checks;
  private final Set<AccountId> accounts;
  private final boolean patterns;
  private final Problems problems;
  private final List<ListedItem> items = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param checks ids of the checks there are
   * @param accounts accounts of the configuration; empty if it names none
   * @param patterns whether checks and accounts may be patterns, and tags stand for a resource
   */
  ItemFile(Set<String> checks, Set<AccountId> accounts, boolean patterns, Problems problems) {
    this.checks = checks;
    this.accounts = accounts;
    this.patterns = patterns;
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
    if (!known.contains(check) && !isPatternOfChecks(check)) {
      unknown(member, known);
    } else if (!(member.node() instanceof Node.Fields byAccount)) {
      problems.error(
          member.node().at(),
          member.name(),
          member.name() + " is " + Shown.kindOf(member.node()),
          "write an object of account ids with lists");
    } else {
      if (!isUsed(check)) {
        problems.warning(
            member.at(), check, "there is no check " + check + " yet", "its entries are ignored");
      }
      byAccount.members().forEach(account -> account(check, member.name(), account));
    }
  }

  /** A pattern that matches nothing is a name that nobody knows. */
  private boolean isPatternOfChecks(String section) {
    return patterns && section.contains("*") && checks.stream().anyMatch(Glob.of(section)::matches);
  }

  private boolean isUsed(String check) {
    return checks.contains(check) || isPatternOfChecks(check);
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
    Optional<String> account = where(member, section);
    account
        .filter(AccountId::isValid)
        .map(AccountId::of)
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

  /** An account by its id; where patterns may stand, a pattern of ids or a unit, too. */
  private Optional<String> where(Node.Member member, String section) {
    String name = member.name();
    boolean isUnit =
        AccountPattern.parse(name).filter(AccountPattern.Unit.class::isInstance).isPresent();
    if (patterns && (isUnit || ID_PATTERN.matcher(name).matches())) {
      return Optional.of(
          isUnit && !name.startsWith(AccountScope.UNIT) ? AccountScope.UNIT + name : name);
    }
    return AccountIds.named(member, section, problems).map(AccountId::id);
  }

  /** The predecessor took a string for a pattern that matches each of its parts. */
  private void notAList(String key, Node node) {
    String example = Word.textOf(node).map(text -> ": [" + Shown.quoted(text) + "]").orElse("");
    problems.error(node.at(), key, key + " is " + Shown.kindOf(node), "write a list" + example);
  }

  private void item(String check, Optional<String> account, String key, Node node) {
    Optional<String> text =
        node instanceof Node.Fields fields
            ? fields.find("id").map(Node.Member::node).flatMap(Word::textOf)
            : Word.textOf(node);
    if (text.isEmpty() && patterns && node instanceof Node.Fields fields) {
      text = fields.find("tags").map(_ -> "*");
    }
    if (text.filter(t -> !t.isBlank()).isEmpty()) {
      problems.error(
          node.at(),
          key,
          key + " names no resource",
          node instanceof Node.Fields ? "add id" : "write a text, or an object with id");
      return;
    }
    if (account.isPresent() && isUsed(check)) {
      ItemForm.of(check).prove(text.get(), key, node.at(), problems);
      items.add(new ListedItem(check, account.get(), text.get(), key, node));
    }
  }
}
