package dev.hammer.app.config;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The predecessor's files made into a {@code hammer.yaml} that means the same. Nothing is written
 * before the new file was read again and compared with the old, and never over another file.
 */
public final class Migration {
  private static final String PREDECESSOR = "config.json";
  private static final List<String> BESIDE =
      List.of("whitelist.json", "fixnow.json", "ticket_owners.json");
  private static final List<String> FORGOTTEN =
      List.of("temp_whitelist_issues.json", "rollback_issues.json");

  private final ConfigSources sources;
  private final Path old;
  private final List<CheckInfo> checks;
  private final LoadedConfig loaded;

  private Migration(ConfigSources sources, Path old, List<CheckInfo> checks, LoadedConfig loaded) {
    this.sources = sources;
    this.old = old;
    this.checks = checks;
    this.loaded = loaded;
  }

  /**
   * Reads the predecessor's files.
   *
   * @param from its {@code config.json}, or the folder it lies in
   * @throws CommandFailure if the file has another name
   */
  public static Migration of(ConfigSources sources, Path from, List<CheckInfo> checks) {
    Path whole = sources.workingFolder().resolve(from).normalize();
    Path file = Files.isDirectory(whole) ? whole.resolve(PREDECESSOR) : whole;
    if (!file.endsWith(PREDECESSOR)) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "migrate.name",
          sources.shown(file) + " is not called " + PREDECESSOR,
          "Only a file of this name is read as it was meant there; name it, or its folder");
    }
    ConfigSources alone = alone(sources, sources.workingFolder()).withConfig(file);
    return new Migration(sources, file, checks, ConfigLoader.load(alone, checks));
  }

  /** The predecessor's configuration; with an error in it there is nothing to be had. */
  public LoadedConfig loaded() {
    return loaded;
  }

  /** The name of the predecessor's file, as people are shown it. */
  public String shown() {
    return sources.shown(old);
  }

  /**
   * Makes the new file, in memory.
   *
   * @throws IllegalStateException if the predecessor's files have errors
   */
  public Migrated make() {
    if (loaded.hasErrors()) {
      throw new IllegalStateException("there are errors in " + old);
    }
    Node.Fields root =
        ConfigFile.read(old, shown(), new Problems())
            .orElseThrow(() -> new IllegalStateException("unreadable by now: " + old));
    MigrationText text = new MigrationText(root, checks);
    String yaml = text.write(PREDECESSOR);
    List<MigrationNote> notes = new ArrayList<>(text.notes());
    notes.addAll(new MigrationAdvice(loaded, checks).notes());
    notes.addAll(files());
    notes.addAll(prove(yaml));
    notes.sort(Comparator.comparing(MigrationNote::kind));
    return new Migrated(yaml, notes, beside());
  }

  /** The files beside it that go along. */
  private List<Path> beside() {
    return BESIDE.stream().map(old::resolveSibling).filter(Files::exists).toList();
  }

  private List<MigrationNote> files() {
    List<MigrationNote> notes = new ArrayList<>();
    if (FileText.read(old, shown()).contains("\"__")) {
      notes.add(
          new MigrationNote(
              MigrationNote.Kind.CHANGED, "__comment__", "comments are not taken over"));
    }
    if (Files.exists(old.resolveSibling("config.ini"))) {
      notes.add(
          new MigrationNote(
              MigrationNote.Kind.NO_COUNTERPART,
              "config.ini",
              "not read: Hammer writes no log group; its talk is on stderr"));
    }
    FORGOTTEN.stream()
        .filter(name -> Files.exists(old.resolveSibling(name)))
        .map(name -> new MigrationNote(MigrationNote.Kind.NO_COUNTERPART, name, "not read"))
        .forEach(notes::add);
    return notes;
  }

  /** Reads the new file where nobody looks; what it warns of, somebody should know. */
  private List<MigrationNote> prove(String yaml) {
    try {
      Path folder = Files.createTempDirectory("hammer-migrate-");
      try {
        Path file = folder.resolve("hammer.yaml");
        Files.writeString(file, yaml);
        for (Path other : beside()) {
          Files.copy(
              other, folder.resolve(other.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        LoadedConfig again = ConfigLoader.load(alone(sources, folder).withConfig(file), checks);
        demandSame(again);
        return again.warnings().stream()
            .map(
                problem ->
                    new MigrationNote(
                        MigrationNote.Kind.DECIDE,
                        problem.key().isEmpty() ? problem.file() : problem.key(),
                        Shown.visible(problem.message() + "; " + problem.remedy())))
            .distinct()
            .toList();
      } finally {
        delete(folder);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void demandSame(LoadedConfig again) {
    Configuration before = loaded.configuration();
    Configuration after = again.configuration();
    boolean isSame =
        !again.hasErrors()
            && meaning(before).equals(meaning(after))
            && before.aws().equals(after.aws())
            && entries(before).equals(entries(after));
    if (!isSame) {
      throw new IllegalStateException("the new file would not mean the same");
    }
  }

  /** Values in force by key; the first spelling of a key counts as the other. */
  static Map<String, String> meaning(Configuration configuration) {
    Map<String, String> meaning = new TreeMap<>();
    for (EffectiveSetting setting : configuration.settings()) {
      meaning.put(setting.key(), Fingerprint.canonical(setting.value()));
    }
    for (CheckSection check : configuration.checks()) {
      meaning.remove(check.check() + ".slack_lable");
      meaning.put(check.check() + ".slack_label", check.slackLabel().orElse(""));
    }
    return meaning;
  }

  /** Entries of the whitelist without their places. */
  static List<WhitelistEntry> entries(Configuration configuration) {
    return configuration.whitelist().entries().stream()
        .map(
            entry ->
                new WhitelistEntry(
                    entry.id(),
                    entry.scope(),
                    entry.reason(),
                    entry.owner(),
                    entry.ticket(),
                    entry.created(),
                    entry.expires(),
                    ""))
        .toList();
  }

  /** Sources without variables, options and other files. */
  private static ConfigSources alone(ConfigSources sources, Path folder) {
    return new ConfigSources(
        folder, folder, folder, Map.of(), Optional.empty(), Optional.empty(), sources.clock());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
