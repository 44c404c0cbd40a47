package dev.hammer.app.record;

import dev.hammer.app.config.ConfigReference;
import dev.hammer.app.config.ConfigShow;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.config.Migrated;
import dev.hammer.app.config.MigrationNote;
import dev.hammer.app.config.ReferenceKey;
import dev.hammer.core.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The configuration as every door shows it to machines. */
public final class ConfigRecord {
  private ConfigRecord() {}

  /** The public form of settings in force. */
  public static Value.Fields settings(
      LoadedConfig loaded, List<EffectiveSetting> rows, Instant now) {
    Value.Builder document =
        Value.fields().put("schema", "hammer/config/1").put("generated_at", Value.of(now));
    ConfigShow.document(loaded, rows).fields().forEach(document::add);
    return document.build();
  }

  /** The public form of everything that is wrong with the configuration. */
  public static Value.Fields problems(LoadedConfig loaded, Instant now) {
    return Value.fields()
        .put("schema", "hammer/config-problems/1")
        .put("generated_at", Value.of(now))
        .put("file", Value.text(loaded.file().map(Path::toString)))
        .put("valid", !loaded.hasErrors())
        .put("errors", loaded.errors().size())
        .put("warnings", loaded.warnings().size())
        .put("problems", Value.items(loaded.problems().stream().map(ConfigShow::problem).toList()))
        .build();
  }

  /** The public form of the reference of keys. */
  public static Value.Fields reference(List<ReferenceKey> keys, Instant now) {
    return Value.fields()
        .put("schema", "hammer/config-reference/1")
        .put("generated_at", Value.of(now))
        .put("keys", ConfigReference.document(keys))
        .build();
  }

  /**
   * The public form of a migration.
   *
   * @param from the predecessor's file
   * @param made the files that were made, the configuration first
   */
  public static Value.Fields migration(
      String from, List<String> made, Migrated migrated, Instant now) {
    return Value.fields()
        .put("schema", "hammer/config-migration/1")
        .put("generated_at", Value.of(now))
        .put("from", from)
        .put("made", Value.texts(made))
        .put("changed", notes(migrated, MigrationNote.Kind.CHANGED))
        .put("no_counterpart", notes(migrated, MigrationNote.Kind.NO_COUNTERPART))
        .put("decide", notes(migrated, MigrationNote.Kind.DECIDE))
        .build();
  }

  private static Value notes(Migrated migrated, MigrationNote.Kind kind) {
    return Value.items(
        migrated.notes(kind).stream()
            .map(note -> Value.fields().put("about", note.about()).put("text", note.text()).build())
            .toList());
  }
}
