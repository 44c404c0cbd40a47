package dev.hammer.app;

import dev.hammer.app.accounts.AccountDesk;
import dev.hammer.app.config.ConfigLoader;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.config.LoadedConfig;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.scan.Accounts;
import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanListener;
import dev.hammer.app.scan.Scanner;
import dev.hammer.app.takeover.Source;
import dev.hammer.app.takeover.Sources;
import dev.hammer.app.takeover.Takeover;
import dev.hammer.app.whitelisting.ScopeAccounts;
import dev.hammer.app.whitelisting.Scopes;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.app.whitelisting.WhitelistDrafts;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.Budget;
import dev.hammer.aws.CallLog;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Store;
import dev.hammer.core.resource.Region;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.stores.dynamodb.DynamoDbStore;
import dev.hammer.stores.dynamodb.Layout;
import dev.hammer.stores.dynamodb.PredecessorTables;
import dev.hammer.stores.dynamodb.Shelf;
import dev.hammer.stores.sqlite.SqliteStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The object graph of one command, built by hand: configuration, store and connection, each opened
 * when first needed and closed together. The same for every door.
 */
public final class Workspace implements AutoCloseable {
  private final WorkspaceOptions options;
  private final LoadedConfig loaded;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private @Nullable Store store;

  private Workspace(
      WorkspaceOptions options, LoadedConfig loaded, InstantSource clock, Supplier<String> ids) {
    this.options = options;
    this.loaded = loaded;
    this.clock = clock;
    this.ids = ids;
  }

  /** Reads the configuration; nothing else is opened yet. */
  public static Workspace of(WorkspaceOptions options, InstantSource clock, Supplier<String> ids) {
    LoadedConfig loaded = ConfigLoader.load(options.sources(), Catalogue.infos());
    return new Workspace(options, loaded, clock, ids);
  }

  /** The configuration as read; with an error in it, nothing may start. */
  public LoadedConfig loaded() {
    return loaded;
  }

  public Configuration configuration() {
    return loaded.configuration();
  }

  public InstantSource clock() {
    return clock;
  }

  public Supplier<String> ids() {
    return ids;
  }

  /**
   * The file that issues are kept in, whether or not it exists yet.
   *
   * @throws CommandFailure if they are kept in DynamoDB
   */
  public Path storeFile() {
    return StorePlace.of(
        configuration(),
        foreignEndpoint(),
        options.sources().home(),
        options.sources().workingFolder(),
        options.sources().environment());
  }

  /** The store, opened on first use. */
  public Store store() {
    Store open = store;
    if (open == null) {
      open =
          StorePlace.tables(configuration())
              .<Store>map(this::tables)
              .orElseGet(() -> SqliteStore.open(storeFile(), clock));
      store = open;
    }
    return open;
  }

  /**
   * Where AWS calls go, if not to AWS.
   *
   * @throws CommandFailure if that is no address
   */
  public Optional<URI> foreignEndpoint() {
    try {
      return AwsConnection.foreignEndpoint(options.endpoint(), options.profile());
    } catch (IllegalArgumentException noAddress) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "aws.endpoint",
          "Cannot tell where AWS calls go: " + noAddress.getMessage(),
          "Write it like http://127.0.0.1:5000");
    }
  }

  /**
   * A connection to AWS with the usual budget; the caller closes it.
   *
   * @throws CommandFailure if the endpoint is no address
   */
  public AwsConnection connect(CallLog log) {
    return connect(log, Budget.THIRD);
  }

  /**
   * A connection to AWS; the caller closes it.
   *
   * @param budget how much of the rates that AWS publishes its calls may take
   * @throws CommandFailure if the endpoint is no address
   */
  public AwsConnection connect(CallLog log, Budget budget) {
    foreignEndpoint();
    AwsOptions aws =
        new AwsOptions(
            options.profile(),
            options.endpoint(),
            configuration().aws().region().map(Region::name),
            options.accessKey(),
            AwsOptions.DEFAULTS.callTimeout(),
            budget);
    return new AwsConnection(aws, clock, log);
  }

  /** A scanner over a connection whose call log the figures are. */
  public Scanner scanner(AwsConnection aws, Figures figures, ScanListener listener) {
    return new Scanner(
        configuration(), aws, store(), whitelist().whitelist(), clock, ids, figures, listener);
  }

  /** Where accounts are listed, over a connection of the caller's. */
  public AccountDesk accounts(AwsConnection aws) {
    return new AccountDesk(configuration(), new Accounts(configuration(), aws), books());
  }

  public Books books() {
    return Books.open(configuration(), store(), clock.instant());
  }

  public IssueDesk issues() {
    return new IssueDesk(store(), books());
  }

  public WhitelistDesk whitelist() {
    return new WhitelistDesk(store(), configuration().whitelist(), clock);
  }

  /** The accepted risks known without AWS: those of files, and of a store that is a file. */
  public Whitelist whitelistAtHand() {
    boolean isAtHand = StorePlace.tables(configuration()).isEmpty() && Files.exists(storeFile());
    return isAtHand ? whitelist().whitelist() : configuration().whitelist();
  }

  /** Where entries of the whitelist are drafted. */
  public WhitelistDrafts whitelistDrafts() {
    return new WhitelistDrafts(scopes(), clock, ids);
  }

  /** Where it is understood what somebody wants to accept. */
  public Scopes scopes() {
    Books books = books();
    ScopeAccounts accounts =
        new ScopeAccounts(configuration().aws().accounts().keySet(), store(), books);
    return new Scopes(new IssueDesk(store(), books), accounts);
  }

  /**
   * What takes the predecessor's tables over into the store; the caller closes it.
   *
   * @param prefix how the names of those tables begin
   */
  public Takeover takeover(String prefix) {
    StoreTables.provePrefix(prefix);
    Optional<String> own = StorePlace.tables(configuration());
    Set<String> ownTables =
        own.map(name -> StoreTables.of(name, configuration())).stream()
            .flatMap(layout -> layout.shelves().stream())
            .map(Shelf::table)
            .collect(Collectors.toSet());
    List<Source> sources =
        Sources.of(prefix, StoreTables.shelves(prefix, configuration()), ownTables, own.orElse(""));
    return new Takeover(
        sources,
        PredecessorTables.open(connect(CallLog.NONE)),
        new Takeover.Target(
            own.map(name -> "dynamodb:" + name).orElseGet(() -> "sqlite:" + storeFile()),
            this::storeAsItIs,
            this::store,
            this::adopt));
  }

  /** The store if it can be opened without creating anything. */
  private Optional<IssueStore> storeAsItIs() {
    Optional<Layout> layout =
        StorePlace.tables(configuration()).map(name -> StoreTables.of(name, configuration()));
    if (layout.isEmpty()) {
      return Files.exists(storeFile()) ? Optional.of(store()) : Optional.empty();
    }
    if (options.createTables() && !DynamoDbStore.isReady(connect(CallLog.NONE), layout.get())) {
      return Optional.empty();
    }
    if (store == null) {
      store = DynamoDbStore.open(connect(CallLog.NONE), layout.get(), false, clock);
    }
    return Optional.of(store());
  }

  private void adopt() {
    if (store() instanceof DynamoDbStore tables) {
      tables.adopt();
    }
  }

  /** A connection of its own: what the store asks is no part of what a scan costs. */
  private Store tables(String prefix) {
    Layout layout = StoreTables.of(prefix, configuration());
    return DynamoDbStore.open(connect(CallLog.NONE), layout, options.createTables(), clock);
  }

  @Override
  public void close() {
    Store open = store;
    if (open != null) {
      open.close();
    }
  }
}
