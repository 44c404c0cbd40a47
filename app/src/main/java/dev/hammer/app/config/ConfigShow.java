package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.nio.file.Path;
import java.util.List;

/** The configuration in force, for people and programs; what is secret is hidden. */
public final class ConfigShow {
  private ConfigShow() {}

  /** Every key with value and origin, sorted by key. */
  public static List<EffectiveSetting> rows(LoadedConfig loaded) {
    return loaded.configuration().settings();
  }

  /** One key, or all keys below it. */
  public static List<EffectiveSetting> rows(LoadedConfig loaded, String key) {
    return rows(loaded).stream()
        .filter(row -> row.key().equals(key) || row.key().startsWith(key + "."))
        .toList();
  }

  /** A value on one line. */
  public static String text(EffectiveSetting setting) {
    return text(setting.value());
  }

  /** A value on one line. */
  public static String text(Value value) {
    return switch (value) {
      case Value.Absent _ -> "-";
      case Value.Text(String text) -> Shown.visible(text);
      default -> Shown.visible(Fingerprint.canonical(value));
    };
  }

  /** All of it as a document. */
  public static Value.Fields document(LoadedConfig loaded, List<EffectiveSetting> rows) {
    return Value.fields()
        .put("file", Value.text(loaded.file().map(Path::toString)))
        .put("config_hash", loaded.configuration().sha256())
        .put("settings", Value.items(rows.stream().map(ConfigShow::row).toList()))
        .build();
  }

  /** A problem as error documents list it. */
  public static Value.Fields problem(Problem problem) {
    return Value.fields()
        .put("file", problem.file().isEmpty() ? Value.absent() : Value.text(problem.file()))
        .put("line", problem.line() == 0 ? Value.absent() : Value.of(problem.line()))
        .put("column", problem.line() == 0 ? Value.absent() : Value.of(problem.column()))
        .put("key", problem.key().isEmpty() ? Value.absent() : Value.text(problem.key()))
        .put("level", problem.level().word())
        .put("message", problem.message())
        .put("remedy", problem.remedy().isEmpty() ? Value.absent() : Value.text(problem.remedy()))
        .build();
  }

  private static Value row(EffectiveSetting setting) {
    return Value.fields()
        .put("key", setting.key())
        .put("value", setting.value())
        .put("origin", setting.origin().text())
        .build();
  }
}
