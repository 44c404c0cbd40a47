package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the configuration: which file, what it says, and everything that is wrong with it. */
public final class ConfigLoader {
  private static final String NO_FILE = "built-in defaults";

  private final ConfigSources sources;
  private final List<CheckInfo> checks;
  private final Problems problems = new Problems();

  private ConfigLoader(ConfigSources sources, List<CheckInfo> checks) {
    this.sources = sources;
    this.checks = List.copyOf(checks);
  }

  /** Reads what there is; whatever it finds in the files, it answers. */
  public static LoadedConfig load(ConfigSources sources, List<CheckInfo> checks) {
    return new ConfigLoader(sources, checks).load();
  }

  /** The configuration when nobody has said anything. */
  public static Configuration defaults(List<CheckInfo> checks) {
    Path nowhere = Path.of("");
    return new ConfigLoader(ConfigSources.of(nowhere, nowhere, Map.of()), checks).withoutFile();
  }

  private LoadedConfig load() {
    Optional<ConfigLocation> location = ConfigLocation.of(sources);
    Configuration configuration = location.map(this::read).orElseGet(this::withoutFile);
    SideFiles.warnOfUnread(location, sources, problems);
    return new LoadedConfig(configuration, problems.sorted(), location.map(ConfigLocation::path));
  }

  private Configuration withoutFile() {
    return reader(Node.Fields.empty(Position.wholeOf(NO_FILE)), problems, false).read();
  }

  private Configuration read(ConfigLocation location) {
    boolean isPredecessor = location.isPredecessor();
    Optional<Node.Fields> root = root(location);
    Configuration configuration =
        root.map(fields -> reader(withoutAliases(fields), problems, isPredecessor))
            // What follows from an unreadable file is no problem of its own.
            .orElseGet(
                () -> reader(Node.Fields.empty(Position.wholeOf(NO_FILE)), new Problems(), false))
            .read();
    return configuration.with(
        new SideFiles(location, sources, problems)
            .read(
                checks.stream().map(CheckInfo::id).collect(Collectors.toSet()),
                configuration.aws().organizations().enabled()
                    ? Set.of()
                    : configuration.aws().accounts().keySet()));
  }

  private ConfigReader reader(Node.Fields root, Problems told, boolean isPredecessor) {
    return new ConfigReader(new Document(root, told), checks, isPredecessor, sources);
  }

  private Optional<Node.Fields> root(ConfigLocation location) {
    if (location.isMissing()) {
      problems.error(
          Position.wholeOf(location.shown()),
          "",
          "there is no such file",
          "correct " + location.namedBy());
      return Optional.empty();
    }
    return ConfigFile.read(location.path(), location.shown(), problems);
  }

  /** Sections by the names they really have. */
  private Node.Fields withoutAliases(Node.Fields root) {
    List<Node.Member> members = new ArrayList<>();
    for (Node.Member member : root.members()) {
      String name = SectionNames.canonical(member.name());
      if (!name.equals(member.name()) && root.find(name).isPresent()) {
        problems.error(
            member.at(),
            member.name(),
            member.name() + " is an old name of " + name + ", which is there, too",
            "remove one of the two");
      } else {
        members.add(new Node.Member(name, member.at(), member.node()));
      }
    }
    return new Node.Fields(root.at(), members);
  }
}
