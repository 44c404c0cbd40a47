package dev.hammer.stores.dynamodb;

import dev.hammer.aws.AwsConnection;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Reporting;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Everything Hammer remembers, in DynamoDB. Safe for several processes.
 *
 * <p>What a call of {@link #apply} guarantees:
 *
 * <ul>
 *   <li>A change, its history entry and its proof are stored together or not at all, and only if
 *       the issue still has the version the change rests on.
 *   <li>Up to 33 changes are one transaction, with how the slice stands.
 *   <li>More than that take several, one after the other, after a look at all of the versions: if
 *       one is outdated, nothing is written. Each transaction passes only while no later look at
 *       the slice is stored, and the last one stores how the slice stands. Who stops in between, or
 *       meets another writer there, leaves whole changes behind and the slice as it stood: the next
 *       look finds those changes made, makes the rest, and doubles nothing.
 *   <li>A write that was answered too late, or not at all, is recognised by the token its items
 *       carry, and is no conflict.
 * </ul>
 *
 * <p>Indexes follow their table within moments, so {@link #live} may show what was true just
 * before. That costs at most another try, for every write is on condition; it never resolves what
 * is there.
 */
public final class DynamoDbStore implements Store {
  private final Layout layout;
  private final Runnable closing;
  private final TableSetup setup;
  private final IssueReads reads;
  private final IssueWrites writes;
  private final HistoryItems history;
  private final ProofItems proofs;
  private final ScanItems scans;
  private final SliceItems slices;
  private final LedgerItems ledgers;
  private final WhitelistItems whitelist;
  private final Restoring restoring;
  private final Adoption adoption;
  private final Disputed disputed = new Disputed();
  private final Health health;
  private final String uri;

  private DynamoDbStore(
      Dynamo dynamo,
      Layout layout,
      InstantSource clock,
      Supplier<String> tokens,
      Runnable closing) {
    State state = new State(dynamo, layout.state());
    Signposts signposts = new Signposts(state);
    this.layout = layout;
    this.closing = closing;
    this.uri = "dynamodb:" + layout.prefix();
    this.setup = new TableSetup(dynamo, layout);
    this.reads = new IssueReads(dynamo, layout, signposts);
    this.slices = new SliceItems(state, tokens);
    this.writes = new IssueWrites(layout, reads, signposts, slices, new Steps(dynamo, tokens));
    this.history = new HistoryItems(state);
    this.proofs = new ProofItems(state);
    this.scans = new ScanItems(state);
    this.ledgers = new LedgerItems(state);
    this.whitelist = new WhitelistItems(state);
    this.restoring = new Restoring(layout, reads, signposts, state, tokens);
    this.adoption = new Adoption(dynamo, layout, signposts);
    this.health = new Health(setup, state, reads, uri, clock);
  }

  /**
   * Opens the store in the caller's own account.
   *
   * @param aws closed with the store
   * @param createTables whether missing tables and indexes are created, and items of the
   *     predecessor taken over
   * @throws StoreException if it cannot be used
   */
  public static DynamoDbStore open(
      AwsConnection aws, Layout layout, boolean createTables, InstantSource clock) {
    DynamoDbClient client = aws.client(DynamoDbClient.builder());
    Runnable closing =
        () -> {
          client.close();
          aws.close();
        };
    Dynamo dynamo = new Dynamo(client, Patience.real(), 0);
    return open(dynamo, layout, createTables, clock, () -> UUID.randomUUID().toString(), closing);
  }

  /**
   * Whether all tables are there and complete, so that a store can be opened without creating any.
   *
   * @param aws closed at the end
   * @throws StoreException if a table is not of our shape
   */
  public static boolean isReady(AwsConnection aws, Layout layout) {
    try (aws;
        DynamoDbClient client = aws.client(DynamoDbClient.builder())) {
      return new TableSetup(new Dynamo(client, Patience.real(), 0), layout).isReady();
    }
  }

  /** As above, with client, waiting, pages and tokens as told. */
  static DynamoDbStore open(
      Dynamo dynamo,
      Layout layout,
      boolean createTables,
      InstantSource clock,
      Supplier<String> tokens,
      Runnable closing) {
    DynamoDbStore store = new DynamoDbStore(dynamo, layout, clock, tokens, closing);
    try {
      store.prepare(createTables);
      return store;
    } catch (RuntimeException unusable) {
      closing.run();
      throw unusable;
    }
  }

  private void prepare(boolean createTables) {
    if (!createTables) {
      setup.prove();
      return;
    }
    setup.create();
    adopt();
    setup.mark();
  }

  /**
   * Takes over items of the predecessor that no index of ours finds yet, by reading all of its
   * tables; how many there were.
   */
  public long adopt() {
    return adoption.run();
  }

  @Override
  public List<Issue> live(Slice slice) {
    return disputed.settle(slice, reads.live(slice), reads::issues);
  }

  @Override
  public List<Issue> issues(Collection<IssueKey> keys) {
    return reads.issues(keys);
  }

  @Override
  public Stored apply(Optional<SliceState> slice, List<Change> changes) {
    return disputed.note(changes, writes.apply(slice, changes));
  }

  @Override
  public Stored applyPart(Slice slice, Instant began, List<Change> changes) {
    return disputed.note(changes, writes.applyPart(slice, began, changes));
  }

  @Override
  public Stored report(Issue before, Status status, Reporting reporting, HistoryEntry entry) {
    return writes.report(before, status, reporting, entry);
  }

  @Override
  public void query(IssueQuery query, Consumer<Issue> each) {
    reads.query(query, each);
  }

  @Override
  public long count(IssueQuery query) {
    return reads.count(query);
  }

  @Override
  public List<Issue> byRef(String prefix, int limit) {
    return reads.byRef(prefix, limit);
  }

  @Override
  public Optional<Proof> proof(IssueKey key) {
    return proofs.of(key);
  }

  @Override
  public List<HistoryEntry> history(IssueKey key) {
    return history.of(key);
  }

  @Override
  public HistoryPage history(HistoryQuery query, String from, int limit) {
    return new HistorySearch(history.state()).page(query, from, limit);
  }

  @Override
  public List<IssueKey> restore(List<Chronicle> chronicles) {
    return restoring.restore(chronicles);
  }

  @Override
  public void begin(Scan scan, Collection<SliceState> planned) {
    scans.put(scan);
    slices.plan(planned);
  }

  @Override
  public void plan(Collection<SliceState> planned) {
    slices.plan(planned);
  }

  @Override
  public void record(SliceState state) {
    var _ = slices.record(state);
  }

  @Override
  public void end(Scan scan) {
    scans.put(scan);
  }

  @Override
  public Optional<Scan> scan(String id) {
    return scans.byId(id);
  }

  @Override
  public List<Scan> scans(int limit) {
    return scans.latest(limit);
  }

  @Override
  public List<SliceState> slices() {
    List<SliceState> all = new ArrayList<>();
    slices.each(all::add);
    return all;
  }

  @Override
  public void slices(Consumer<SliceState> each) {
    slices.each(each);
  }

  @Override
  public void forget(Collection<Slice> known) {
    slices.forget(known);
  }

  @Override
  public void discard(Collection<String> scanIds) {
    scans.discard(scanIds);
  }

  @Override
  public boolean claim(String scanId, Unit unit, String worker, Optional<String> from) {
    return ledgers.claim(scanId, unit, worker, from);
  }

  @Override
  public boolean finish(String scanId, Unit unit, String worker, long resources) {
    return ledgers.finish(scanId, unit, worker, resources);
  }

  @Override
  public void release(String scanId, Collection<Unit> units, String worker) {
    ledgers.release(scanId, units, worker);
  }

  @Override
  public List<LedgerEntry> ledger(String scanId, AccountId account) {
    return ledgers.entries(scanId, account);
  }

  @Override
  public void beat(String scanId, Worker worker) {
    ledgers.beat(scanId, worker);
  }

  @Override
  public List<Worker> workers(String scanId) {
    return ledgers.workers(scanId);
  }

  @Override
  public void clearLedger(String scanId) {
    ledgers.clear(scanId);
  }

  @Override
  public List<WhitelistEntry> entries() {
    return whitelist.all();
  }

  @Override
  public void add(WhitelistEntry entry) {
    if (!whitelist.add(entry)) {
      throw new StoreException(
          "The whitelist has an entry " + entry.id() + " already", "Choose another id");
    }
  }

  @Override
  public void replace(WhitelistEntry entry) {
    if (!whitelist.end(entry)) {
      throw new StoreException(
          "The whitelist of the store has no entry " + entry.id(),
          "List the entries with: hammer whitelist list");
    }
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public Value.Fields health() {
    return health.fields();
  }

  @Override
  public List<String> defects() {
    return new Inspection(setup, layout).defects();
  }

  /** DynamoDB gives space back by itself. */
  @Override
  public void compact() {}

  @Override
  public void close() {
    closing.run();
  }
}
