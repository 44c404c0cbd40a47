package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what the predecessor's file says as a file of Hammer's own, section by section. */
final class MigrationText {
  /** Shown shorter than they are written, so they are taken over as they stand. */
  private static final Set<String> VERBATIM =
      Set.of(
          OtherKeys.SLACK_CHANNELS.path(),
          OtherKeys.SLACK_IGNORED.path(),
          AwsKeys.INCLUDE.path(),
          AwsKeys.EXTERNAL_ID.path());

  private static final String MISSPELT = "slack_lable";
  private static final String SPELT = "slack_label";

  private final Node.Fields root;
  private final List<CheckInfo> checks;
  private final Map<String, Key<?>> declared = new HashMap<>();
  private final List<MigrationNote> notes = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  /**
   * Prepares to write.
   *
   * @param root the predecessor's file, which has no errors
   */
  MigrationText(Node.Fields root, List<CheckInfo> checks) {
    this.root = root;
    this.checks = checks.stream().sorted(Comparator.comparing(CheckInfo::id)).toList();
    OtherKeys.IN_USE.forEach(this::declare);
    OtherKeys.PROVED.forEach(this::declare);
    AwsKeys.ALL.forEach(this::declare);
    for (CheckInfo check : checks) {
      CheckKeys.of(check).common(check.table()).forEach(this::declare);
      CheckKeys.own(check).forEach(this::declare);
    }
  }

  /**
   * The text of the file.
   *
   * @param origin the name of the predecessor's file
   */
  String write(String origin) {
    out.append("# Made of ").append(Shown.visible(origin)).append(", and means the same.\n");
    root.members().forEach(this::section);
    off(origin);
    return out.toString();
  }

  /** What became of the keys, in the order of the file. */
  List<MigrationNote> notes() {
    return List.copyOf(notes);
  }

  private void declare(Key<?> key) {
    declared.put(key.path(), key);
  }

  private void section(Node.Member member) {
    String name = SectionNames.canonical(member.name());
    if (!name.equals(member.name())) {
      note(MigrationNote.Kind.CHANGED, member.name(), "is now called " + name);
    }
    Key<?> key = declared.get(name);
    if (key != null) {
      value(key, member.node()).ifPresent(value -> Yaml.write(out.append('\n'), "", name, value));
    } else if (isSection(name) && member.node() instanceof Node.Fields fields) {
      StringBuilder lost = new StringBuilder();
      Value.Fields kept = below(fields, name, lost);
      out.append('\n');
      if (kept.fields().isEmpty()) {
        out.append(Yaml.word(name)).append(":\n");
      } else {
        Yaml.write(out, "", name, kept);
      }
      out.append(lost);
    } else if (!isSection(name)) {
      out.append('\n');
      lose(out, "", name, name, member.node());
    }
  }

  private Value.Fields below(Node.Fields fields, String prefix, StringBuilder lost) {
    Value.Builder kept = Value.fields();
    for (Node.Member member : fields.members()) {
      String path = prefix + "." + member.name();
      Key<?> key = declared.get(path);
      if (key != null) {
        value(key, member.node()).ifPresent(value -> put(kept, fields, member.name(), path, value));
      } else if (isSection(path) && member.node() instanceof Node.Fields inner) {
        Value.Fields values = below(inner, path, lost);
        if (!values.fields().isEmpty()) {
          kept.put(member.name(), values);
        }
      } else if (!isSection(path)) {
        lose(lost, "  ", path, member.name(), member.node());
      }
    }
    return kept.build();
  }

  private void put(Value.Builder kept, Node.Fields fields, String name, String path, Value value) {
    boolean isMisspelt = name.equals(MISSPELT) && path.endsWith("." + MISSPELT);
    if (!isMisspelt) {
      kept.put(name, value);
    } else if (fields.find(SPELT).isPresent()) {
      note(MigrationNote.Kind.CHANGED, path, "left out: " + SPELT + " goes before it");
    } else {
      kept.put(SPELT, value);
      note(MigrationNote.Kind.CHANGED, path, "is now spelt " + SPELT);
    }
  }

  /** The value as Hammer writes it; empty if it stands for none. */
  private <T> Optional<Value> value(Key<T> key, Node node) {
    String path = key.path();
    if (node instanceof Node.Scalar scalar && scalar.isAbsent()) {
      note(MigrationNote.Kind.CHANGED, path, "had no value, and is left out");
      return Optional.empty();
    }
    if (node.value() instanceof Value.Text(String text)
        && text.isBlank()
        && key.kind().blankIsAbsent()) {
      note(MigrationNote.Kind.CHANGED, path, "was an empty text, which means none; left out");
      return Optional.empty();
    }
    if (VERBATIM.contains(path)) {
      return Optional.of(node.value());
    }
    Optional<Value> value = key.kind().read(node, path, new Problems()).map(key.kind()::show);
    value
        .filter(v -> !Fingerprint.canonical(v).equals(Fingerprint.canonical(node.value())))
        .ifPresent(
            v ->
                note(
                    MigrationNote.Kind.CHANGED,
                    path,
                    Shown.visible(Yaml.flow(node.value())) + " is now written " + Yaml.flow(v)));
    return value;
  }

  /** Kept as a comment: nothing is lost, and nothing is warned of at every start. */
  private void lose(StringBuilder to, String indent, String path, String name, Node node) {
    boolean isCheck = SectionNames.all().contains(path);
    note(
        MigrationNote.Kind.NO_COUNTERPART,
        path,
        (isCheck ? "there is no check of this name yet" : "nothing has this name")
            + "; kept as a comment");
    StringBuilder text = new StringBuilder();
    Yaml.write(text, "", name, node.value());
    text.toString()
        .lines()
        .forEach(line -> to.append(indent).append("# ").append(line).append('\n'));
  }

  /** Absent sections meant off; in a file of Hammer's own they would mean on. */
  private void off(String origin) {
    List<String> off = checks.stream().map(CheckInfo::id).filter(id -> !isWritten(id)).toList();
    if (off.isEmpty()) {
      return;
    }
    out.append("\n# These checks have no section in ")
        .append(Shown.visible(origin))
        .append(", so they were off there.\n");
    off.forEach(id -> out.append(id).append(":\n  enabled: false\n"));
    note(
        MigrationNote.Kind.DECIDE,
        String.join(", ", off),
        "off as before, for lack of a section; remove enabled: false to turn one on");
  }

  private boolean isWritten(String section) {
    return root.members().stream()
        .map(member -> SectionNames.canonical(member.name()))
        .anyMatch(name -> name.equals(section) || name.startsWith(section + "."));
  }

  private boolean isSection(String path) {
    return declared.keySet().stream().anyMatch(known -> known.startsWith(path + "."));
  }

  private void note(MigrationNote.Kind kind, String about, String text) {
    notes.add(new MigrationNote(kind, Shown.visible(about), text));
  }
}
