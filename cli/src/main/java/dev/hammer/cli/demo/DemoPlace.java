package dev.hammer.cli.demo;

import dev.hammer.app.CommandFailure;
import dev.hammer.cli.Surroundings;
import dev.hammer.cli.terminal.Words;
import dev.hammer.demo.CacheFolder;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.EmulatorUnavailable;
import dev.hammer.demo.Progress;
import dev.hammer.demo.estate.DemoAccounts;
import dev.hammer.demo.estate.DemoEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the demo lives: a folder below the cache, with what is needed to find the pretend AWS
 * again, its configuration and its store.
 */
public final class DemoPlace {
  private final Surroundings surroundings;
  private final Path cache;
  private final Path folder;

  public DemoPlace(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.cache = surroundings.workingFolder().resolve(CacheFolder.of(surroundings.environment()));
    this.folder = cache.resolve("demo");
  }

  /** The demo that runs, if its estate is there. */
  public Optional<RunningDemo> running() {
    return Emulator.running(folder)
        .flatMap(emulator -> DemoEstate.of(emulator).map(estate -> found(emulator, estate)));
  }

  /**
   * The demo that runs.
   *
   * @throws CommandFailure if none does
   */
  public RunningDemo demand() {
    return running()
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.Kind.USAGE,
                    "demo.none",
                    "No demo is running",
                    "Start one: hammer demo"));
  }

  /**
   * The demo that runs, else a new one. A new estate starts with an empty store: its resources are
   * not those that an earlier one had.
   *
   * @param anew whether the estate is built again even if it is there
   * @throws EmulatorUnavailable if this machine lacks what it needs
   */
  public RunningDemo start(boolean anew, Progress progress) {
    Emulator emulator = Emulator.detached(cache, folder, progress);
    Optional<DemoAccounts> there = anew ? Optional.empty() : DemoEstate.of(emulator);
    if (there.isPresent()) {
      return found(emulator, there.get());
    }
    forgetStore();
    progress.line("Building an estate of three accounts, mostly healthy");
    DemoAccounts estate = DemoEstate.seed(emulator);
    write(estate);
    return found(emulator, estate);
  }

  /** Ends the demo; false if none was running. */
  public boolean stop() {
    Optional<Emulator> emulator = Emulator.running(folder);
    emulator.ifPresent(Emulator::stop);
    return emulator.isPresent();
  }

  private RunningDemo found(Emulator emulator, DemoAccounts estate) {
    if (!Files.exists(config())) {
      write(estate);
    }
    return new RunningDemo(surroundings, emulator.endpoint(), estate, config(), store());
  }

  private Path config() {
    return folder.resolve("hammer.yaml");
  }

  private Path store() {
    return folder.resolve("hammer.db");
  }

  private void forgetStore() {
    try {
      for (String end : List.of("", "-wal", "-shm", "-journal")) {
        Files.deleteIfExists(store().resolveSibling(store().getFileName() + end));
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private void write(DemoAccounts estate) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# The configuration of hammer --demo; hammer demo --reset writes it again.\n");
    yaml.append("# ").append(Words.count(estate.all().size(), "account"));
    yaml.append(" of a company that does not exist, in a pretend AWS on this machine.\n");
    yaml.append("aws:\n");
    yaml.append("  region: ").append(estate.regions().getFirst()).append('\n');
    yaml.append("  role_name_identification: ").append(estate.roleName()).append('\n');
    yaml.append("  accounts:\n");
    for (DemoAccounts.Account account : estate.all()) {
      yaml.append("    \"").append(account.id()).append("\": ").append(account.name()).append('\n');
    }
    try {
      Files.writeString(config(), yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
