package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.bench.estate.Seeds;
import dev.hammer.demo.CacheFolder;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.estate.Expected;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** A seeded emulator with the wire stub in front of it. */
final class PretendAws implements AutoCloseable {
  private final Emulator emulator;
  private final WireStub stub;
  private final SortedSet<Expected> truth;

  private PretendAws(Emulator emulator, WireStub stub, SortedSet<Expected> truth) {
    this.emulator = emulator;
    this.stub = stub;
    this.truth = truth;
  }

  /** With the estate in the account of the credentials. */
  static PretendAws with(Estate estate) {
    return with(estate, Seeds.accounts(1));
  }

  /** With the same estate in each of the accounts. */
  static PretendAws with(Estate estate, List<String> accounts) {
    Emulator emulator = Emulator.start(CacheFolder.of(System.getenv()), System.err::println);
    return new PretendAws(
        emulator, WireStub.inFrontOf(emulator.endpoint()), Seeds.plant(estate, accounts, emulator));
  }

  WireStub stub() {
    return stub;
  }

  /** What must be found, and nothing else. */
  SortedSet<Expected> truth() {
    return truth;
  }

  /** From now on the stub stands alone. */
  void endEmulator() {
    emulator.close();
  }

  /** The environment of a process that shall see this AWS and no other. */
  Map<String, String> environment(Path nowhere) {
    return environment(stub, nowhere);
  }

  /** The same for any stub. */
  static Map<String, String> environment(WireStub stub, Path nowhere) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_ENDPOINT_URL", stub.endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", AccountClients.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", "false");
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", nowhere.toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", nowhere.toString());
    return environment;
  }

  @Override
  public void close() {
    stub.close();
    emulator.close();
  }
}
