package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.Whitelist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that lie beside the configuration: whitelist, fixnow and ticket owners. */
final class SideFiles {
  private final ConfigLocation location;
  private final ConfigSources sources;
  private final Problems problems;

  SideFiles(ConfigLocation location, ConfigSources sources, Problems problems) {
    this.location = location;
    this.sources = sources;
    this.problems = problems;
  }

  /** Reads all three; the whitelist is what is kept of them. */
  Whitelist read(Set<String> checks, Set<AccountId> accounts) {
    location
        .beside("ticket_owners.json", sources)
        .flatMap(this::root)
        .ifPresent(new OwnersFile(problems)::prove);
    Optional<ConfigLocation> file = location.beside("whitelist.json", sources);
    List<ListedItem> whitelisted = items(file, checks, accounts, true);
    items(location.beside("fixnow.json", sources), checks, accounts, false)
        .forEach(item -> refuseBoth(item, whitelisted));
    return new WhitelistFile(sources.clock().instant(), written(file), problems)
        .entries(whitelisted);
  }

  /**
   * Warns of a whitelist in the working folder that lies beside no configuration: whoever put it
   * there may not be who configures Hammer, but nobody should believe that it is read.
   *
   * @param read where the configuration is; absent if there is none
   */
  static void warnOfUnread(
      Optional<ConfigLocation> read, ConfigSources sources, Problems problems) {
    Path file = sources.workingFolder().resolve("whitelist.json");
    boolean isNamed = read.filter(location -> !location.namedBy().isEmpty()).isPresent();
    boolean isBeside =
        read.flatMap(location -> location.beside("whitelist.json", sources))
            .filter(beside -> beside.path().equals(file.normalize()))
            .isPresent();
    if (!isNamed && !isBeside && Files.exists(file)) {
      problems.warning(
          Position.wholeOf(sources.shown(file)),
          "",
          "it is not read: there is no configuration file beside it",
          "write hammer.yaml beside it (an empty one will do), or name the predecessor's file:"
              + " -c config.json");
    }
  }

  private Optional<Node.Fields> root(ConfigLocation file) {
    return ConfigFile.read(file.path(), file.shown(), problems);
  }

  private List<ListedItem> items(
      Optional<ConfigLocation> file,
      Set<String> checks,
      Set<AccountId> accounts,
      boolean patterns) {
    return file.flatMap(this::root)
        .map(root -> new ItemFile(checks, accounts, patterns, problems).read(root))
        .orElse(List.of());
  }

  /** To fix at once and to accept for good exclude each other. */
  private void refuseBoth(ListedItem item, List<ListedItem> whitelisted) {
    whitelisted.stream()
        .filter(item::isSameAs)
        .map(other -> other.node().at())
        .findFirst()
        .ifPresent(
            there ->
                problems.error(
                    item.node().at(),
                    item.key(),
                    "%s: %s is whitelisted in %s:%d"
                        .formatted(
                            item.key(), Shown.quoted(item.item()), there.file(), there.line()),
                    "remove it from one of the two"));
  }

  private static Instant written(Optional<ConfigLocation> file) {
    try {
      return file.isPresent()
          ? Files.getLastModifiedTime(file.get().path()).toInstant()
          : Instant.EPOCH;
    } catch (IOException unknown) {
      return Instant.EPOCH;
    }
  }
}
