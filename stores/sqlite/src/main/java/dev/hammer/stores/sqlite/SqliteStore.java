package dev.hammer.stores.sqlite;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssuePlaces;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.SliceTally;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The store in one SQLite file, safe for many threads and several processes at once. */
public final class SqliteStore implements Store {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final InstantSource clock;

  private SqliteStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the store of a file, which is created if it is missing.
   *
   * @throws StoreException if it cannot be used
   */
  public static SqliteStore open(Path file, InstantSource clock) {
    return open(file, clock, PATIENCE);
  }

  /** As {@link #open(Path, InstantSource)}, waiting so long for other processes. */
  static SqliteStore open(Path file, InstantSource clock, Duration patience) {
    Database database = new Database(new StoreFile(file), patience);
    database.prepare();
    return new SqliteStore(database, clock);
  }

  @Override
  public List<Issue> live(Slice slice) {
    return database.read(c -> IssueReads.live(slice).list(c, IssueRows::issue));
  }

  @Override
  public List<Issue> issues(Collection<IssueKey> keys) {
    return database.read(c -> IssueReads.issues(c, keys));
  }

  @Override
  public Stored apply(Optional<SliceState> slice, List<Change> changes) {
    return database.write(c -> IssueWrites.on(c, w -> w.apply(slice, changes)));
  }

  @Override
  public Stored applyPart(Slice slice, Instant began, List<Change> changes) {
    return database.write(c -> IssueWrites.on(c, w -> w.applyPart(slice, began, changes)));
  }

  @Override
  public Stored report(Issue before, Status status, Reporting reporting, HistoryEntry entry) {
    return database.write(c -> IssueWrites.on(c, w -> w.report(before, status, reporting, entry)));
  }

  @Override
  public void query(IssueQuery query, Consumer<Issue> each) {
    query(query, IssueOrder.BY_KEY, Long.MAX_VALUE, each);
  }

  @Override
  public void query(IssueQuery query, IssueOrder order, long limit, Consumer<Issue> each) {
    database.see(c -> Walk.through(c, query, order, limit, each));
  }

  @Override
  public void tally(IssueQuery query, Consumer<SliceTally> each) {
    if (query.resource().isEmpty()) {
      database.see(c -> Tallies.bySlice(c, query, each));
    } else {
      Store.super.tally(query, each);
    }
  }

  @Override
  public Map<Severity, Long> severities(IssueQuery query) {
    return query.resource().isEmpty()
        ? database.read(c -> Tallies.bySeverity(c, query))
        : Store.super.severities(query);
  }

  @Override
  public Optional<IssuePlaces> places() {
    return Optional.of(database.read(c -> Transaction.read(c, Tallies::places)));
  }

  @Override
  public long count(IssueQuery query) {
    return query.resource().isEmpty()
        ? database.read(c -> Tallies.count(c, query))
        : Store.super.count(query);
  }

  @Override
  public void chronicles(Consumer<Chronicle> each) {
    database.see(c -> Chronicles.each(c, each));
  }

  @Override
  public List<Issue> byRef(String prefix, int limit) {
    return database.read(c -> IssueReads.byRef(c, prefix, limit));
  }

  @Override
  public Optional<Proof> proof(IssueKey key) {
    return database.read(c -> ProofRows.of(c, key));
  }

  @Override
  public List<HistoryEntry> history(IssueKey key) {
    return database.read(c -> HistoryRows.of(c, key));
  }

  @Override
  public HistoryPage history(HistoryQuery query, String from, int limit) {
    return database.read(c -> HistoryReads.page(c, query, from, limit));
  }

  @Override
  public List<IssueKey> restore(List<Chronicle> chronicles) {
    return database.write(c -> IssueWrites.on(c, w -> w.restore(chronicles)));
  }

  @Override
  public void begin(Scan scan, Collection<SliceState> planned) {
    database.change(
        c -> {
          ScanRows.put(c, scan);
          SliceRows.plan(c, planned);
        });
  }

  @Override
  public void plan(Collection<SliceState> planned) {
    database.change(c -> SliceRows.plan(c, planned));
  }

  @Override
  public void record(SliceState state) {
    database.change(c -> SliceRows.record(c, state));
  }

  @Override
  public void end(Scan scan) {
    database.change(c -> ScanRows.put(c, scan));
  }

  @Override
  public Optional<Scan> scan(String id) {
    return database.read(c -> ScanRows.byId(c, id));
  }

  @Override
  public List<Scan> scans(int limit) {
    return database.read(c -> ScanRows.latest(c, limit));
  }

  @Override
  public List<SliceState> slices() {
    return database.read(SliceRows::all);
  }

  @Override
  public void slices(Consumer<SliceState> each) {
    database.see(c -> SliceRows.each(c, each));
  }

  @Override
  public void scans(Consumer<Scan> each) {
    database.see(c -> ScanRows.each(c, each));
  }

  @Override
  public void forget(Collection<Slice> slices) {
    database.change(c -> SliceRows.forget(c, slices));
  }

  @Override
  public void discard(Collection<String> scanIds) {
    database.change(c -> ScanRows.discard(c, scanIds));
  }

  @Override
  public boolean claim(String scanId, Unit unit, String worker, Optional<String> from) {
    return database.write(c -> LedgerRows.claim(c, scanId, unit, worker, from));
  }

  @Override
  public boolean finish(String scanId, Unit unit, String worker, long resources) {
    return database.write(c -> LedgerRows.finish(c, scanId, unit, worker, resources));
  }

  @Override
  public void release(String scanId, Collection<Unit> units, String worker) {
    database.change(c -> LedgerRows.release(c, scanId, units, worker));
  }

  @Override
  public List<LedgerEntry> ledger(String scanId, AccountId account) {
    return database.read(c -> LedgerRows.entries(c, scanId, account));
  }

  @Override
  public void beat(String scanId, Worker worker) {
    database.change(c -> LedgerRows.beat(c, scanId, worker));
  }

  @Override
  public List<Worker> workers(String scanId) {
    return database.read(c -> LedgerRows.workers(c, scanId));
  }

  @Override
  public void clearLedger(String scanId) {
    database.change(c -> LedgerRows.clear(c, scanId));
  }

  @Override
  public List<WhitelistEntry> entries() {
    return database.read(WhitelistRows::all);
  }

  @Override
  public void add(WhitelistEntry entry) {
    if (!database.write(c -> WhitelistRows.add(c, entry))) {
      throw new StoreException(
          "The whitelist has an entry " + entry.id() + " already", "Choose another id");
    }
  }

  @Override
  public void replace(WhitelistEntry entry) {
    if (!database.write(c -> WhitelistRows.end(c, entry))) {
      throw new StoreException(
          "The whitelist of the store has no entry " + entry.id(),
          "List the entries with: hammer whitelist list");
    }
  }

  @Override
  public String uri() {
    return database.file().uri();
  }

  @Override
  public Value.Fields health() {
    return new Health(database, clock).fields();
  }

  @Override
  public List<String> defects() {
    return database.read(Inspection::defects);
  }

  @Override
  public void compact() {
    database.change(Tallies::countAnew);
    database.compact();
  }

  @Override
  public void close() {
    database.close();
  }
}
