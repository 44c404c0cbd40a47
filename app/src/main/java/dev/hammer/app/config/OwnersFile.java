package dev.hammer.app.config;

import java.util.ArrayList;
import java.util.List;

/** Proves {@code ticket_owners.json}: who gets which ticket, by account, unit and product. */
final class OwnersFile {
  private static final List<String> TEXTS =
      List.of("jira_project", "jira_owner", "jira_parent_ticket");
  private static final String SLACK = "slack_owner";

  private final Problems problems;

  OwnersFile(Problems problems) {
    this.problems = problems;
  }

  void prove(Node.Fields root) {
    for (Node.Member member : root.members()) {
      switch (member.name()) {
        case "account" -> accounts(member);
        case "bu" -> units(member);
        default -> owner(member, "", List.of("account", "bu"));
      }
    }
  }

  private void accounts(Node.Member member) {
    for (Node.Member account : below(member, "account")) {
      AccountIds.named(account, "account", problems);
      String path = "account." + Shown.visible(account.name());
      below(account, path).forEach(m -> owner(m, path + ".", List.of()));
    }
  }

  private void units(Node.Member member) {
    for (Node.Member unit : below(member, "bu")) {
      String path = "bu." + Shown.visible(unit.name());
      for (Node.Member inner : below(unit, path)) {
        if (inner.name().equals("product")) {
          products(inner, path + ".product");
        } else {
          owner(inner, path + ".", List.of("product"));
        }
      }
    }
  }

  private void products(Node.Member member, String path) {
    for (Node.Member product : below(member, path)) {
      String inner = path + "." + Shown.visible(product.name());
      below(product, inner).forEach(m -> owner(m, inner + ".", List.of()));
    }
  }

  private List<Node.Member> below(Node.Member member, String path) {
    if (member.node() instanceof Node.Fields fields) {
      return fields.members();
    }
    problems.error(
        member.node().at(), path, path + " is " + Shown.kindOf(member.node()), "write an object");
    return List.of();
  }

  private void owner(Node.Member member, String prefix, List<String> others) {
    String path = prefix + Shown.visible(member.name());
    Node node = member.node();
    if (node instanceof Node.Scalar scalar && scalar.isAbsent()) {
      return;
    }
    if (TEXTS.contains(member.name())) {
      Kinds.TEXT.read(node, path, problems);
    } else if (!member.name().equals(SLACK)) {
      unknown(member, path, others);
    } else if (node instanceof Node.Items) {
      Kinds.TEXTS.read(node, path, problems);
    } else {
      Kinds.TEXT.read(node, path, problems);
    }
  }

  private void unknown(Node.Member member, String path, List<String> others) {
    List<String> known = new ArrayList<>(TEXTS);
    known.add(SLACK);
    known.addAll(others);
    NearMiss.of(member.name(), known)
        .ifPresentOrElse(
            near ->
                problems.error(
                    member.at(), path, "unknown key " + path, "did you mean " + near + "?"),
            () -> problems.warning(member.at(), path, "unknown key " + path, "it is ignored"));
  }
}
