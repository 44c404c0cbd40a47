package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** A value in a configuration file, with its place; the same for YAML and JSON. */
sealed interface Node {
  Position at();

  /** The same without places. */
  Value value();

  /** How many nodes it stands for, aliases spelled out. */
  int size();

  /**
   * One word.
   *
   * @param raw as it is written: what is left of {@code 012345678901} when an account id is wanted
   */
  record Scalar(Position at, Value value, String raw) implements Node {
    @Override
    public int size() {
      return 1;
    }

    boolean isAbsent() {
      return value instanceof Value.Absent;
    }
  }

  /** A list. */
  record Items(Position at, List<Node> nodes, int size) implements Node {
    Items(Position at, List<Node> nodes) {
      this(at, List.copyOf(nodes), 1 + nodes.stream().mapToInt(Node::size).sum());
    }

    @Override
    public Value value() {
      return Value.items(nodes.stream().map(Node::value).toList());
    }
  }

  /** An object; its names are unique. */
  record Fields(Position at, List<Member> members, int size) implements Node {
    Fields(Position at, List<Member> members) {
      this(at, List.copyOf(members), 1 + members.stream().mapToInt(m -> m.node().size()).sum());
    }

    static Fields empty(Position at) {
      return new Fields(at, List.of());
    }

    Optional<Member> find(String name) {
      return members.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    @Override
    public Value value() {
      Value.Builder fields = Value.fields();
      members.forEach(m -> fields.put(m.name(), m.node().value()));
      return fields.build();
    }
  }

  /** A name with its value; {@code at} is the place of the name. */
  record Member(String name, Position at, Node node) {
    /** Comments of the predecessor's files. */
    boolean isComment() {
      return name.startsWith("__");
    }
  }
}
