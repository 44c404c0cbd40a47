package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Settings;
import dev.hammer.core.whitelist.Whitelist;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the configuration: which file, what it says, and everything that is wrong with it. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** Reads what there is; never throws for what it finds in files. */
  public static LoadedConfig load(ConfigSources sources, List<CheckInfo> checks) {
    return new LoadedConfig(defaults(checks), List.of(), sources.named());
  }

  /** The configuration when nobody has said anything. */
  public static Configuration defaults(List<CheckInfo> checks) {
    AwsSection aws =
        new AwsSection(
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofHours(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<CheckSection> sections =
        checks.stream()
            .map(ConfigLoader::section)
            .sorted(Comparator.comparing(CheckSection::check))
            .toList();
    return new Configuration(
        aws, sections, List.of(), Optional.empty(), Whitelist.EMPTY, List.of(), "0".repeat(64));
  }

  private static CheckSection section(CheckInfo check) {
    return new CheckSection(
        check.id(),
        true,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        false,
        Duration.ofDays(365),
        "hammer-" + check.table(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Settings.DEFAULTS);
  }
}
