package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key of the configuration, from the declarations that the reader works by. */
public final class ConfigReference {
  /** What stands for the table in the keys of every check. */
  private static final String TABLE_OF_CHECK = "TABLE";

  private final List<CheckInfo> checks;

  public ConfigReference(List<CheckInfo> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(CheckInfo::id)).toList();
  }

  /** All keys; those that every check has are listed once, below {@code CHECK}. */
  public List<ReferenceKey> keys() {
    List<Key<?>> keys = new ArrayList<>(OtherKeys.IN_USE);
    keys.addAll(AwsKeys.ALL);
    keys.addAll(CheckKeys.ANY.common(TABLE_OF_CHECK));
    checks.forEach(check -> keys.addAll(CheckKeys.own(check)));
    keys.addAll(OtherKeys.PROVED);
    Comparator<ReferenceKey> usedFirst = Comparator.comparing(key -> !key.used());
    return keys.stream().map(ReferenceKey::of).sorted(usedFirst).toList();
  }

  /** One key, or all keys below it; in the section of a check all that it may hold. */
  public List<ReferenceKey> keys(String name) {
    return Stream.concat(keys().stream(), sections())
        .filter(key -> key.key().equals(name) || key.key().startsWith(name + "."))
        .distinct()
        .toList();
  }

  /** The names that {@link #keys(String)} finds something for, for hints. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    Stream.concat(keys().stream(), sections())
        .map(ReferenceKey::key)
        .forEach(
            key -> {
              names.add(key);
              names.add(key.contains(".") ? key.substring(0, key.indexOf('.')) : key);
            });
    return names.stream().distinct().toList();
  }

  /** All of it as a document. */
  public static Value document(List<ReferenceKey> keys) {
    return Value.items(keys.stream().map(ConfigReference::document).toList());
  }

  private static Value document(ReferenceKey key) {
    boolean isNone = key.otherwise().equals("none");
    return Value.fields()
        .put("key", key.key())
        .put("type", key.type())
        .put("form", key.form())
        .put("default", key.fallback())
        .put("otherwise", Value.text(Optional.of(key.otherwise()).filter(_ -> !isNone)))
        .put("meaning", key.about())
        .put("example", key.example())
        .put("predecessor", key.predecessor())
        .put("used", key.used())
        .build();
  }

  private Stream<ReferenceKey> sections() {
    return checks.stream()
        .flatMap(
            check ->
                Stream.concat(
                    CheckKeys.of(check).common(check.table()).stream(),
                    CheckKeys.own(check).stream()))
        .map(ReferenceKey::of);
  }
}
