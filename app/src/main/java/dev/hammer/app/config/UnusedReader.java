package dev.hammer.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Proves the keys of the predecessor that belong to rooms not built yet. */
final class UnusedReader {
  private UnusedReader() {}

  static void read(Document document) {
    Map<String, Optional<?>> values = new HashMap<>();
    OtherKeys.PROVED.forEach(key -> values.put(key.path(), document.unused(key)));
    document.unused(AwsKeys.BACKUP);
    document.unused(AwsKeys.BACKUP_DAYS);
    if (Optional.of(true).equals(values.get(OtherKeys.JIRA.path()))) {
      proveJira(document, values);
    }
  }

  private static void proveJira(Document document, Map<String, Optional<?>> values) {
    for (Key<?> needed : new Key<?>[] {OtherKeys.JIRA_SERVER, OtherKeys.JIRA_TYPE}) {
      if (values.getOrDefault(needed.path(), Optional.empty()).isEmpty()) {
        String key = OtherKeys.JIRA.path();
        document
            .problems()
            .warning(
                document.placeOf(key),
                key,
                key + " without " + needed.path() + " would create no ticket",
                "add " + needed.path());
        return;
      }
    }
  }
}
