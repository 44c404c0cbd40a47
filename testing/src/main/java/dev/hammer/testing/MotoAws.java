package dev.hammer.testing;

import dev.hammer.demo.CacheFolder;
import dev.hammer.demo.Control;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.Progress;
import dev.hammer.testing.stub.WireStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pretend AWS of a test: the emulator with the wire stub in front of it. Seeds go straight to
 * the emulator; the product goes through the stub, which the SDK's own settings point to.
 */
public final class MotoAws implements AutoCloseable {
  /** The account of the credentials in the environment. */
  public static final String MAIN = WireStub.MAIN_ACCOUNT;

  /** The region of the credentials in the environment. */
  public static final String HOME_REGION = "eu-west-1";

  private static final int SEED = 20;

  private final Emulator emulator;
  private final WireStub stub;
  private final LocalClients seeding;
  private final LocalClients watched;
  private final Path emptyFile;

  private MotoAws(Emulator emulator, WireStub stub, Path emptyFile) {
    this.emulator = emulator;
    this.stub = stub;
    this.seeding = new LocalClients(emulator.endpoint());
    this.watched = new LocalClients(stub.endpoint());
    this.emptyFile = emptyFile;
  }

  static MotoAws start() {
    Emulator emulator = Emulator.start(CacheFolder.of(System.getenv()), Progress.silent());
    var aws = new MotoAws(emulator, WireStub.inFrontOf(emulator.endpoint()), emptyFile());
    aws.settings().forEach(System::setProperty);
    return aws;
  }

  /** Where the product finds AWS: the stub. */
  public URI endpoint() {
    return stub.endpoint();
  }

  /** Pages, faults, scripted answers, delay and the log of calls. */
  public WireStub stub() {
    return stub;
  }

  /** The emulator itself, for those who build a whole estate in it. */
  public Emulator emulator() {
    return emulator;
  }

  /** The emulator's clock, regions, keys and notes. */
  public Control control() {
    return emulator.control();
  }

  /** Clients for seeding any account; what they do is not in the log of the stub. */
  public AccountClients in(String account, String region) {
    return seeding.in(account, region);
  }

  /** Clients that go through the stub. */
  public AccountClients throughStub(String account, String region) {
    return watched.in(account, region);
  }

  /**
   * Forgets everything, and the sessions with it: clients of roles must be made anew. Ids repeat
   * for the same order of calls in accounts and regions that were used before.
   */
  public void reset() {
    Control control = emulator.control();
    control.authorization(false);
    control.reset();
    control.seed(SEED);
    stub.reset();
  }

  /** The environment of a child process that must see this AWS and no other. */
  public Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    environment.put("AWS_ENDPOINT_URL", endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", AccountClients.ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", AccountClients.SECRET_KEY);
    environment.put("AWS_REGION", HOME_REGION);
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", emptyFile.toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", emptyFile.toString());
    environment.put("NO_PROXY", LoopbackOnly.LOOPBACK);
    return environment;
  }

  @Override
  public void close() throws IOException {
    settings().keySet().forEach(System::clearProperty);
    seeding.close();
    watched.close();
    stub.close();
    emulator.close();
    Files.delete(emptyFile);
  }

  /** The same for SDK clients of this JVM. */
  private Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.put("aws.endpointUrl", endpoint().toString());
    settings.put("aws.accessKeyId", AccountClients.ACCESS_KEY);
    settings.put("aws.secretAccessKey", AccountClients.SECRET_KEY);
    settings.put("aws.region", HOME_REGION);
    settings.put("aws.disableEc2Metadata", "true");
    settings.put("aws.configFile", emptyFile.toString());
    settings.put("aws.sharedCredentialsFile", emptyFile.toString());
    settings.put("http.nonProxyHosts", LoopbackOnly.LOOPBACK + "|localhost");
    return settings;
  }

  private static Path emptyFile() {
    try {
      return Files.createTempFile("no-aws-config", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
