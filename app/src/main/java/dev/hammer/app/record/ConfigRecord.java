package dev.hammer.app.record;

import dev.hammer.app.config.ConfigReference;
import dev.hammer.app.config.ConfigShow;
import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.app.config.LoadedConfig;
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
}
