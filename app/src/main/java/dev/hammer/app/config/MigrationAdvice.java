package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What somebody who moves over should know or decide, beyond the writing of single keys. */
final class MigrationAdvice {
  private static final int LONGEST_VALUE = 30;

  private final LoadedConfig loaded;
  private final List<CheckInfo> checks;
  private final Map<String, Value> written = new TreeMap<>();
  private final List<MigrationNote> notes = new ArrayList<>();

  /**
   * Prepares to advise.
   *
   * @param loaded the predecessor's configuration
   */
  MigrationAdvice(LoadedConfig loaded, List<CheckInfo> checks) {
    this.loaded = loaded;
    this.checks = checks;
    loaded.configuration().settings().stream()
        .filter(setting -> setting.origin() instanceof Origin.InFile)
        .forEach(setting -> written.put(setting.key(), setting.value()));
  }

  List<MigrationNote> notes() {
    unusedSections();
    switches("reporting", "tells nobody by itself yet");
    switches("remediation", "fixes nothing yet");
    tables();
    checks.forEach(this::limits);
    whitelist();
    return List.copyOf(notes);
  }

  private void unusedSections() {
    Map<String, Set<String>> unused = new TreeMap<>();
    for (Key<?> key : OtherKeys.PROVED) {
      if (written.containsKey(key.path())) {
        int dot = key.path().indexOf('.');
        unused
            .computeIfAbsent(
                dot < 0 ? key.path() : key.path().substring(0, dot), _ -> new TreeSet<>())
            .add(key.path());
      }
    }
    if (!unused.isEmpty()) {
      add(
          MigrationNote.Kind.NO_COUNTERPART,
          String.join(", ", unused.keySet()),
          "kept and proved; nothing acts on them yet");
    }
  }

  private void switches(String name, String words) {
    List<String> on =
        checks.stream()
            .map(CheckInfo::id)
            .filter(id -> Value.of(true).equals(written.get(id + "." + name)))
            .sorted()
            .toList();
    if (!on.isEmpty()) {
      add(
          MigrationNote.Kind.NO_COUNTERPART,
          name + ": true",
          "in " + String.join(", ", on) + ": Hammer " + words);
    }
  }

  /** Where the predecessor's issues are, if all its tables are named alike. */
  private void tables() {
    Set<String> prefixes = new TreeSet<>();
    for (CheckInfo check : checks) {
      if (written.get(check.id() + ".ddb.table_name") instanceof Value.Text(String table)) {
        boolean isUsual = table.endsWith(check.table());
        prefixes.add(isUsual ? table.substring(0, table.length() - check.table().length()) : "");
      }
    }
    if (prefixes.isEmpty() || loaded.configuration().store().isPresent()) {
      return;
    }
    String prefix = prefixes.size() == 1 ? prefixes.iterator().next() : "";
    add(
        MigrationNote.Kind.DECIDE,
        "store",
        "issues would be kept in a file of this machine; to go on with the predecessor's tables,"
            + " add store: dynamodb:"
            + (prefix.isEmpty() ? "PREFIX" : prefix));
  }

  /** The predecessor wanted every limit to be written; Hammer has its own. */
  private void limits(CheckInfo check) {
    for (Setting<?> setting : check.settings()) {
      Key<?> key = CheckKeys.of(check).setting(setting);
      Value value = written.get(key.path());
      if (value != null && !value.equals(key.shownFallback())) {
        add(
            MigrationNote.Kind.DECIDE,
            key.path(),
            shortly(value)
                + " as before; without the key it would be "
                + shortly(key.shownFallback()));
      }
    }
  }

  /** Of a long list, how long it is. */
  private static String shortly(Value value) {
    String whole = Shown.visible(Yaml.flow(value));
    boolean isLong = whole.length() > LONGEST_VALUE;
    return value instanceof Value.Items(List<Value> items) && isLong
        ? "a list of " + items.size()
        : whole;
  }

  private void whitelist() {
    List<WhitelistEntry> entries = loaded.configuration().whitelist().entries();
    long endless = entries.stream().filter(entry -> entry.expires().isEmpty()).count();
    if (endless > 0) {
      add(
          MigrationNote.Kind.DECIDE,
          "whitelist.json",
          (endless == 1 ? "1 entry never ends" : endless + " entries never end")
              + "; an entry may have expires, reason and owner");
    }
  }

  private void add(MigrationNote.Kind kind, String about, String text) {
    notes.add(new MigrationNote(kind, about, text));
  }
}
