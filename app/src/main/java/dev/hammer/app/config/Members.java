package dev.hammer.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of an object while it is read: comments are dropped, a name counts once. */
final class Members {
  private final String path;
  private final Problems problems;
  private final Map<String, Node.Member> members = new LinkedHashMap<>();
  private final Map<String, Node.Member> merged = new LinkedHashMap<>();

  Members(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The path of a member. */
  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  void add(Node.Member member) {
    if (member.isComment()) {
      return;
    }
    Node.Member first = members.putIfAbsent(member.name(), member);
    if (first != null) {
      problems.error(
          member.at(),
          pathOf(member.name()),
          pathOf(Shown.visible(member.name()))
              + " is there twice, first in line "
              + first.at().line(),
          "remove one of the two");
    }
  }

  /** Takes over what another object says, unless this one says something itself. */
  void merge(Node.Fields other) {
    other.members().forEach(m -> merged.putIfAbsent(m.name(), m));
  }

  List<Node.Member> all() {
    Map<String, Node.Member> all = new LinkedHashMap<>(members);
    merged.forEach(all::putIfAbsent);
    return List.copyOf(all.values());
  }
}
