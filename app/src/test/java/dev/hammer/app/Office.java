package dev.hammer.app;

import dev.hammer.app.config.ConfigSources;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanListener;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.app.scan.Scanner;
import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallLog;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody watches an estate: a folder with a configuration and a store, and a clock. Three
 * checks are on, two of buckets and one of queues, unless a test says otherwise.
 */
public final class Office implements AutoCloseable {
  /** The checks that are on: no other needs an answer of the estate. */
  public static final Set<String> CHECKS =
      Set.of("s3_bucket_policy", "s3_encryption", "sqs_public_access");

  /** Two accounts with names, the second of which is entered by a role. */
  public static final String TWO_ACCOUNTS =
      """
      aws:
        accounts: {"123456789012": main, "222222222222": data}
        role_name_identification: hammer-identify
      """;

  /** Longer than any test. */
  public static final Duration LONG = Duration.ofMinutes(5);

  private final Path folder;
  private final Estate estate;
  private final TestClock clock = TestClock.at("2026-11-24T08:00:00Z");
  private final AtomicInteger lastId = new AtomicInteger();
  private @Nullable Workspace workspace;

  public Office(Path folder, Estate estate) {
    this.folder = folder;
    this.estate = estate;
    configure(TWO_ACCOUNTS);
  }

  /** Writes a new configuration, in which the checks that the estate cannot answer are off. */
  public Office configure(String yaml) {
    String off =
        Catalogue.infos().stream()
            .map(CheckInfo::id)
            .filter(id -> !CHECKS.contains(id))
            .map(id -> id + ": {enabled: false}\n")
            .collect(Collectors.joining());
    return configureExactly(yaml + off);
  }

  /** Writes a new configuration as it is. */
  public Office configureExactly(String yaml) {
    return write("hammer.yaml", yaml);
  }

  /** Writes a file beside the configuration; whoever comes next reads all of them anew. */
  public Office write(String name, String text) {
    close();
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public TestClock clock() {
    return clock;
  }

  public Workspace workspace() {
    Workspace open = workspace;
    if (open == null) {
      open = Workspace.of(options(), clock, () -> "%08d".formatted(lastId.incrementAndGet()));
      workspace = open;
    }
    return open;
  }

  public Configuration configuration() {
    return workspace().configuration();
  }

  public Store store() {
    return workspace().store();
  }

  public Books books() {
    return workspace().books();
  }

  /** Scans; each scan begins a minute after the one before. */
  public ScanReport scan(ScanRequest request) {
    return scan(request, ScanListener.NONE);
  }

  public ScanReport scan(ScanRequest request, ScanListener listener) {
    clock.advance(Duration.ofMinutes(1));
    Figures figures = new Figures(CallLog.NONE);
    try (AwsConnection aws = workspace().connect(figures)) {
      return workspace().scanner(aws, figures, listener).scan(request);
    }
  }

  /** Goes on with the latest scan, a minute after the last. */
  public ScanReport resume(ScanListener listener) {
    clock.advance(Duration.ofMinutes(1));
    return run(store(), listener, s -> s.resume(Optional.empty(), LONG, LONG));
  }

  /** Scans with another configuration or store than what is written. */
  public ScanReport scan(Configuration configuration, Store store) {
    clock.advance(Duration.ofMinutes(1));
    return run(configuration, store, ScanListener.NONE, s -> s.scan(ScanRequest.WHOLE));
  }

  /** Lets a process of its own work on a store, now. */
  public ScanReport run(Store store, ScanListener listener, Function<Scanner, ScanReport> work) {
    return run(configuration(), store, listener, work);
  }

  private ScanReport run(
      Configuration configuration,
      Store store,
      ScanListener listener,
      Function<Scanner, ScanReport> work) {
    Figures figures = new Figures(CallLog.NONE);
    try (AwsConnection aws = workspace().connect(figures)) {
      return work.apply(
          new Scanner(
              configuration,
              aws,
              store,
              workspace().whitelist().whitelist(),
              clock,
              workspace().ids(),
              figures,
              listener));
    }
  }

  /** Every stored issue in the order of their keys. */
  public List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    store().query(IssueQuery.ALL, issues::add);
    return issues;
  }

  /** The one issue of the resource. */
  public Issue issue(String resource) {
    return workspace().issues().find(resource);
  }

  /** Lets go of the store; the next use opens it again. */
  @Override
  public void close() {
    Workspace open = workspace;
    if (open != null) {
      open.close();
    }
    workspace = null;
  }

  private WorkspaceOptions options() {
    ConfigSources sources =
        ConfigSources.of(folder, folder.resolve("home"), Map.of())
            .withSystem(folder.resolve("etc"))
            .at(clock);
    return new WorkspaceOptions(
        sources,
        Optional.empty(),
        Optional.of(estate.stub().endpoint()),
        Optional.of(new AccessKey(AccountClients.ACCESS_KEY, "false")));
  }
}
