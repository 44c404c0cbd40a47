package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration file while it is read. Values are asked for by path; a path may be written
 * nested or with literal dots, at every level. What nobody asked for is unknown.
 */
final class Document {
  private final Node.Fields root;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();
  private final List<EffectiveSetting> settings = new ArrayList<>();
  private final List<String> fingerprinted = new ArrayList<>();

  Document(Node.Fields root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The value of a key that has a fallback. */
  <T> T value(Key<T> key) {
    Optional<T> inFile = read(key);
    T value = inFile.or(key::fallback).orElseThrow();
    record(key, Optional.of(value), originOf(key.path(), inFile));
    return value;
  }

  /** The value of a key that may be absent; an empty text is absent. */
  <T> Optional<T> optional(Key<T> key) {
    return optional(key, Optional.empty());
  }

  /** The same for a key that a variable or an option overrules. */
  <T> Optional<T> optional(Key<T> key, Optional<Outside<T>> outside) {
    Optional<T> inFile = read(key);
    if (outside.isEmpty()) {
      record(key, inFile, originOf(key.path(), inFile));
      return inFile;
    }
    Outside<T> stronger = outside.get();
    Optional<T> value = stronger.kind().read(stronger.node(), key.path(), problems);
    record(key, value, stronger.origin());
    return value;
  }

  /**
   * A key of the predecessor that nothing uses yet: its value is proved, and shown if it is set.
   */
  <T> Optional<T> unused(Key<T> key) {
    Optional<T> value = read(key);
    value.ifPresent(_ -> record(key, value, originOf(key.path(), value)));
    return value;
  }

  /** Whether anything is written in a section, even nothing. */
  boolean has(String section) {
    return root.members().stream()
        .anyMatch(m -> m.name().equals(section) || m.name().startsWith(section + "."));
  }

  /** Takes a whole section out of the search for unknown keys. */
  void ignore(String section) {
    asked.add(section);
  }

  /** What is written at a path. */
  Optional<Node> node(String path) {
    return find(root, path).stream().map(Node.Member::node).findFirst();
  }

  /** The place of a key, or of the file where the key is absent. */
  Position placeOf(String path) {
    return find(root, path).stream()
        .map(Node.Member::at)
        .findFirst()
        .orElse(Position.wholeOf(root.at().file()));
  }

  /** The name of the file. */
  String file() {
    return root.at().file();
  }

  Problems problems() {
    return problems;
  }

  /** Every value told so far, by key. */
  List<EffectiveSetting> settings() {
    return settings.stream().sorted(Comparator.comparing(EffectiveSetting::key)).toList();
  }

  /** Fingerprint of all values; secrets count, origins do not. */
  String sha256() {
    return Fingerprint.sha256(String.join("\n", fingerprinted.stream().sorted().toList()));
  }

  /** Every key somebody asked for. */
  Set<String> known() {
    return Set.copyOf(asked);
  }

  /** Tells which keys nobody asked for. */
  void refuseUnknown() {
    refuseUnknown(root, "");
  }

  private void refuseUnknown(Node.Fields fields, String prefix) {
    for (Node.Member member : fields.members()) {
      String path = prefix + member.name();
      if (asked.contains(path)) {
        continue;
      }
      boolean isSection = asked.stream().anyMatch(known -> known.startsWith(path + "."));
      switch (member.node()) {
        case Node.Fields inner when isSection -> refuseUnknown(inner, path + ".");
        case Node.Scalar scalar when isSection && scalar.isAbsent() -> {}
        case Node node when isSection ->
            problems.error(
                node.at(),
                path,
                path + " is " + Shown.kindOf(node),
                "write an object, its keys indented below it");
        case Node node -> refuse(member, path, prefix, node);
      }
    }
  }

  private void refuse(Node.Member member, String path, String prefix, Node node) {
    String what = prefix.isEmpty() && node instanceof Node.Fields ? "section " : "key ";
    String message = "unknown " + what + Shown.visible(path);
    NearMiss.of(member.name(), knownBelow(prefix))
        .ifPresentOrElse(
            near -> problems.error(member.at(), path, message, "did you mean " + near + "?"),
            () -> problems.warning(member.at(), path, message, "it is ignored"));
  }

  private Set<String> knownBelow(String prefix) {
    Set<String> names = new TreeSet<>();
    for (String known : asked) {
      if (known.startsWith(prefix)) {
        String rest = known.substring(prefix.length());
        int dot = rest.indexOf('.');
        names.add(dot < 0 ? rest : rest.substring(0, dot));
        names.add(rest);
      }
    }
    return names;
  }

  private <T> Optional<T> read(Key<T> key) {
    String path = key.path();
    Kind<T> kind = key.kind();
    asked.add(path);
    List<Node.Member> found = find(root, path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    found.stream()
        .skip(1)
        .forEach(
            second ->
                problems.error(
                    second.at(),
                    path,
                    path + " is there twice, nested and with dots",
                    "remove one of the two"));
    Node node = found.getFirst().node();
    if (node instanceof Node.Scalar scalar && scalar.isAbsent()) {
      problems.warning(
          found.getFirst().at(), path, path + " has no value", "the default holds; remove the key");
      return Optional.empty();
    }
    boolean isBlank = node.value() instanceof Value.Text(String text) && text.isBlank();
    return isBlank && kind.blankIsAbsent() ? Optional.empty() : kind.read(node, path, problems);
  }

  private static List<Node.Member> find(Node.Fields fields, String path) {
    List<Node.Member> found = new ArrayList<>();
    fields.find(path).ifPresent(found::add);
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      Optional<Node.Member> head = fields.find(path.substring(0, dot));
      if (head.isPresent() && head.get().node() instanceof Node.Fields inner) {
        found.addAll(find(inner, path.substring(dot + 1)));
      }
    }
    return found;
  }

  private Origin originOf(String path, Optional<?> value) {
    return value.isEmpty()
        ? Origin.DEFAULT
        : find(root, path).stream()
            .findFirst()
            .<Origin>map(m -> new Origin.InFile(m.at().file(), m.at().line()))
            .orElse(Origin.DEFAULT);
  }

  private <T> void record(Key<T> key, Optional<T> found, Origin origin) {
    Value value = found.map(key.kind()::show).orElse(Value.absent());
    fingerprinted.add(key.path() + "=" + Fingerprint.canonical(value));
    boolean isHidden = key.isSecret() && found.isPresent();
    settings.add(
        new EffectiveSetting(
            key.path(), isHidden ? EffectiveSetting.HIDDEN : value, origin, key.isSecret()));
  }

  /** A value from outside the file. */
  record Outside<T>(String text, Origin origin, Kind<T> kind) {
    Node node() {
      return new Node.Scalar(Position.wholeOf(origin.text()), Value.text(text), text);
    }
  }
}
