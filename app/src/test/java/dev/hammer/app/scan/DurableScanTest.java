package dev.hammer.app.scan;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.NORTH;
import static dev.hammer.app.Estate.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Gate;
import dev.hammer.app.MortalStore;
import dev.hammer.app.Office;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Unit;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.stub.CallPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that is stopped, killed or shared ends like one that nobody disturbed. */
class DurableScanTest {
  private static final CallPattern BUCKETS_OF_MAIN =
      CallPattern.of("s3", "ListBuckets").inAccount(MAIN.id());
  private static final Unit BUCKETS = new Unit(MAIN, Region.GLOBAL, "s3");
  private static final int UNITS = 6;

  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
    estate
        .plainBucket(MAIN, "logs")
        .encryptedBucket(MAIN, "vault")
        .plainBucket(DATA, "exports")
        .openQueue(DATA, NORTH, "orders")
        .closedQueue(DATA, NORTH, "mails")
        .openQueue(MAIN, WEST, "jobs");
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void aStoppedScanGoesOnWhereItStopped() throws Exception {
    ScanReport stopped = stoppedAtTheBuckets();
    Heard heard = new Heard();

    ScanReport report = office.resume(heard);

    assertThat(heard.began()).containsExactly(BUCKETS);
    assertThat(report.scan().id()).isEqualTo(stopped.scan().id());
    assertThat(report.scan().started()).isEqualTo(stopped.scan().started());
    assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.COMPLETE);
    assertIsLikeAnUndisturbedScan(report);
  }

  @Test
  void aDeadlineLeavesTheRestToTheNext() throws Exception {
    try (Gate _ = estate.gate(BUCKETS_OF_MAIN)) {
      ScanReport late = office.scan(Ask.whole().within(Duration.ofMillis(300)).request());
      assertThat(late.deadlineReached()).isTrue();
    }

    ScanReport report = office.resume(ScanListener.NONE);

    assertThat(report.deadlineReached()).isFalse();
    assertIsLikeAnUndisturbedScan(report);
  }

  @Test
  void whatANarrowScanWasAskedIsWhatItsResumptionDoes() throws Exception {
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN)) {
      Running running = Running.of(() -> office.scan(Ask.whole().services("s3").request()));
      gate.awaitArrival();
      running.interrupt();
      assertThat(running.report().scan().outcome()).isEqualTo(Scan.Outcome.INTERRUPTED);
    }

    ScanReport report = office.resume(ScanListener.NONE);

    assertThat(report.plan().services()).containsExactly("s3");
    assertThat(report.coverage().units()).isEqualTo(2);
    assertThat(report.scan().whole()).isFalse();
    assertThat(office.issues())
        .extracting(i -> i.resource().id())
        .containsExactly("logs", "exports");
  }

  /** Killed at a write of a scan, before it or after it, and then resumed. */
  @Test
  void killedAtAnyWriteNothingIsLostDoubledOrFalselyResolved() throws Exception {
    office.scan(ScanRequest.WHOLE);
    changeTheEstate();
    List<String> truth = truthOfAFreshStore();
    int writes = writesOfASecondScan();
    assertThat(writes).isGreaterThan(25);

    for (KillPoint point : KillPoint.some(writes)) {
      try (Store store = copyOfTheStore("killed-" + point.write() + point.after())) {
        sweep().kill(new MortalStore(store, point.write(), point.after()).store());
        office.clock().advance(Duration.ofMinutes(2));

        sweep().finish(store);

        assertThat(KillSweep.told(store)).as("%s", point).isEqualTo(truth);
      }
    }
  }

  @Test
  void aKilledScanRepeatsLessThanOneUnit() throws Exception {
    int writes;
    try (Store counted = SqliteStore.open(folder.resolve("counted.db"), office.clock())) {
      writes = sweep().writes(counted);
    }
    Store store = office.store();
    sweep().kill(new MortalStore(store, writes - 3, false).store());
    office.clock().advance(Duration.ofMinutes(2));
    long done =
        store.ledger(store.scans(1).getFirst().id(), MAIN).stream()
                .filter(LedgerEntry::done)
                .count()
            + store.ledger(store.scans(1).getFirst().id(), DATA).stream()
                .filter(LedgerEntry::done)
                .count();
    Heard second = new Heard();

    ScanReport report = office.resume(second);

    assertThat(second.began()).hasSize(UNITS - (int) done);
    assertIsLikeAnUndisturbedScan(report);
  }

  @Test
  void twoProcessesShareOneScan() throws Exception {
    share(2);
  }

  @Test
  void eightProcessesShareOneScan() throws Exception {
    share(8);
  }

  /** Whoever lives keeps its unit; who is gone loses it, and if it was not gone, nothing breaks. */
  @Test
  void aUnitTakenOverWhileItsOwnerLivesIsMergedOnce() throws Exception {
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN);
        Store mine = SqliteStore.open(folder.resolve("shared.db"), office.clock());
        Store others = SqliteStore.open(folder.resolve("shared.db"), office.clock())) {
      Heard first = new Heard();
      Running owner = Running.of(() -> office.run(mine, first, s -> s.scan(ScanRequest.WHOLE)));
      gate.awaitArrival();
      first.awaitEnded(UNITS - 1);
      office.clock().advance(Duration.ofMinutes(2));
      Heard second = new Heard();

      ScanReport report =
          office.run(others, second, s -> s.resume(Optional.empty(), Office.LONG, Office.LONG));
      gate.open();
      ScanReport late = owner.report();

      assertThat(second.began()).containsExactly(BUCKETS);
      assertThat(second.takenOver()).isEqualTo(1);
      assertThat(report.shares()).extracting(Share::units).containsExactly(1L, UNITS - 1L);
      assertIsLikeAnUndisturbedScan(report);
      assertThat(late.coverage().isFull()).isTrue();
      assertThat(KillSweep.told(others)).isEqualTo(truthOfAFreshStore());
      assertThat(others.scan(report.scan().id()).orElseThrow().outcome())
          .isEqualTo(Scan.Outcome.COMPLETE);
    }
  }

  @Test
  void whoStopsLeavesTheScanToThoseWhoGoOn() throws Exception {
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN);
        Store mine = SqliteStore.open(folder.resolve("shared.db"), office.clock());
        Store others = SqliteStore.open(folder.resolve("shared.db"), office.clock())) {
      Heard first = new Heard();
      Running owner = Running.of(() -> office.run(mine, first, s -> s.scan(ScanRequest.WHOLE)));
      gate.awaitArrival();
      first.awaitEnded(UNITS - 1);
      Running helper =
          Running.of(
              () ->
                  office.run(
                      others,
                      ScanListener.NONE,
                      s -> s.resume(Optional.empty(), Duration.ofSeconds(2), Office.LONG)));
      ScanReport left = helper.report();
      gate.open();
      ScanReport report = owner.report();

      assertThat(left.deadlineReached()).isTrue();
      assertThat(left.notCovered())
          .singleElement()
          .returns(BUCKETS, NotCovered::unit)
          .returns("another process is still at it", gap -> gap.why().detail());
      assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.COMPLETE);
      assertThat(mine.scan(report.scan().id())).contains(report.scan());
      assertThat(mine.slices())
          .allMatch(slice -> slice.scanId().equals(Optional.of(report.scan().id())));
    }
  }

  @Test
  void anAccountThatHangsIsLeftAfterItsTime() throws Exception {
    office.scan(ScanRequest.WHOLE);
    estate.withoutBucket(MAIN, "logs").withoutBucket(DATA, "exports");
    try (Gate _ = estate.gate(BUCKETS_OF_MAIN)) {
      ScanReport report = office.scan(Ask.whole().eachWithin(Duration.ofMillis(1_500)).request());

      assertThat(report.deadlineReached()).isTrue();
      assertThat(report.isBroken()).isTrue();
      assertThat(report.coverage().complete()).isEqualTo(UNITS - 1);
      assertThat(report.notCovered())
          .singleElement()
          .returns(BUCKETS, NotCovered::unit)
          .satisfies(gap -> assertThat(gap.why().detail()).startsWith("the time for one account"));
    }
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
    assertThat(office.issue("exports").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.resume(ScanListener.NONE).coverage().isFull()).isTrue();
    assertThat(office.issue("logs").status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void anAcceptedGapIsNotReadDoesNotLowerTheCoverageAndIsNamed() {
    office.scan(ScanRequest.WHOLE);
    estate.withoutBucket(MAIN, "logs").closedQueue(DATA, NORTH, "orders");
    office.configure(
        Office.TWO_ACCOUNTS
            + """
              accepted_gaps:
                - {account: da*, region: eu-north-1, reason: moved, expires: 2026-12-01}
                - {account: main, service: s3, reason: nobody has the keys, expires: never}
                - {account: "*", reason: over, expires: 2026-01-01}
            """);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.coverage().percent()).isEqualTo(100);
    assertThat(report.coverage().units()).isEqualTo(UNITS - 2);
    assertThat(report.plan().acceptedGaps())
        .extracting(left -> left.unit() + " " + left.gap().reason())
        .containsExactlyInAnyOrder(
            new Unit(DATA, Region.of(NORTH), "sqs") + " moved", BUCKETS + " nobody has the keys");
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
    assertThat(office.issue("orders").status()).isEqualTo(Status.OPEN);
    assertThat(office.books().isVerified(office.issue("logs"))).isFalse();
    assertThat(office.books().coverage().units()).isEqualTo(UNITS - 2);
    assertThat(office.workspace().loaded().problems())
        .extracting(problem -> problem.message())
        .containsExactly("aws.accepted_gaps: the gap of * has ended");

    office.clock().advance(Duration.ofDays(20));
    assertThat(office.scan(ScanRequest.WHOLE).coverage().units()).isEqualTo(UNITS - 1);
    assertThat(office.issue("orders").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
  }

  @Test
  void thereIsNothingToResumeAfterACompleteScan() {
    assertThatThrownBy(() -> office.resume(ScanListener.NONE))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("nothing to resume: nothing has been scanned yet");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThatThrownBy(() -> office.resume(ScanListener.NONE))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("nothing to resume: the scan " + report.scan().id() + " is complete");
    assertThatThrownBy(
            () ->
                office.run(
                    office.store(),
                    ScanListener.NONE,
                    s -> s.resume(Optional.of("s-nothere"), Office.LONG, Office.LONG)))
        .hasMessage("there is no scan s-nothere")
        .isInstanceOfSatisfying(
            CommandFailure.class,
            none -> assertThat(none.kind()).isEqualTo(CommandFailure.Kind.NOT_FOUND));
  }

  @Test
  void anotherConfigurationCannotGoOn() throws Exception {
    ScanReport stopped = stoppedAtTheBuckets();
    office.configure(Office.TWO_ACCOUNTS + "  regions: [eu-west-1]\n");

    assertThatThrownBy(() -> office.resume(ScanListener.NONE))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("the configuration has changed since " + stopped.scan().id() + " began");
  }

  private ScanReport stoppedAtTheBuckets() throws Exception {
    Heard heard = new Heard();
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN)) {
      Running running = Running.of(() -> office.scan(ScanRequest.WHOLE, heard));
      gate.awaitArrival();
      heard.awaitEnded(UNITS - 1);
      running.interrupt();
      return running.report();
    }
  }

  private void share(int processes) throws Exception {
    for (int i = 0; i < 12; i++) {
      estate.plainBucket(MAIN, "bucket-" + i).openQueue(DATA, WEST, "queue-" + i);
    }
    Path file = folder.resolve("shared.db");
    List<Store> stores = new ArrayList<>();
    List<Heard> heard = new ArrayList<>();
    List<Running> running = new ArrayList<>();
    try {
      for (int i = 0; i < processes; i++) {
        stores.add(SqliteStore.open(file, office.clock()));
        heard.add(new Heard());
      }
      try (Gate gate = estate.gate(BUCKETS_OF_MAIN)) {
        running.add(
            Running.of(
                () ->
                    office.run(
                        stores.getFirst(), heard.getFirst(), s -> s.scan(ScanRequest.WHOLE))));
        gate.awaitArrival();
        for (int i = 1; i < processes; i++) {
          int me = i;
          running.add(
              Running.of(
                  () ->
                      office.run(
                          stores.get(me),
                          heard.get(me),
                          s -> s.resume(Optional.empty(), Office.LONG, Office.LONG))));
        }
        gate.open();
      }
      for (Running one : running) {
        ScanReport report = one.report();
        assertThat(report.coverage().percent()).isEqualTo(100);
        assertThat(report.total()).isEqualTo(new Count(28, 28, 0, 0));
        assertThat(report.news()).hasSize(28);
        assertThat(report.resources()).isEqualTo(30);
        assertThat(report.shares()).hasSizeBetween(1, processes).filteredOn(Share::own).hasSize(1);
        assertThat(report.shares().stream().mapToLong(Share::units).sum()).isEqualTo(UNITS);
        assertThat(report.shares().stream().mapToLong(Share::resources).sum()).isEqualTo(30);
        assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.COMPLETE);
      }
      assertThat(heard.stream().flatMap(h -> h.began().stream()).toList())
          .hasSize(UNITS)
          .doesNotHaveDuplicates();
      assertThat(KillSweep.told(stores.getFirst())).isEqualTo(truthOfAFreshStore());
    } finally {
      stores.forEach(Store::close);
    }
  }

  private void assertIsLikeAnUndisturbedScan(ScanReport report) throws Exception {
    try (Store store = SqliteStore.open(folder.resolve("undisturbed.db"), office.clock())) {
      ScanReport plain = office.scan(office.configuration(), store);
      assertThat(report)
          .returns(plain.counts(), ScanReport::counts)
          .returns(plain.changed(), ScanReport::changed)
          .returns(plain.resources(), ScanReport::resources)
          .returns(plain.whitelisted(), ScanReport::whitelisted)
          .returns(plain.notCovered(), ScanReport::notCovered);
      assertThat(report.news()).extracting(Issue::key).isEqualTo(keys(plain.news()));
      assertThat(report.coverage())
          .returns(plain.coverage().complete(), c -> c.complete())
          .returns(plain.coverage().judged(), c -> c.judged());
    }
  }

  private static List<Object> keys(List<Issue> issues) {
    return issues.stream().<Object>map(Issue::key).toList();
  }

  private void changeTheEstate() {
    estate
        .withoutBucket(MAIN, "logs")
        .plainBucket(MAIN, "more")
        .closedQueue(DATA, NORTH, "orders")
        .openQueue(DATA, NORTH, "mails");
  }

  /** What a store holds after the first scan of the estate as it was, and one of what it is. */
  private List<String> truthOfAFreshStore() throws Exception {
    if (office.store().scans(1).isEmpty()) {
      try (Store store = SqliteStore.open(folder.resolve("truth.db"), office.clock())) {
        office.scan(office.configuration(), store);
        return KillSweep.told(store);
      }
    }
    try (Store store = copyOfTheStore("truth")) {
      office.scan(office.configuration(), store);
      return KillSweep.told(store);
    }
  }

  private KillSweep sweep() {
    return new KillSweep(office);
  }

  private int writesOfASecondScan() throws Exception {
    try (Store store = copyOfTheStore("count")) {
      return sweep().writes(store);
    }
  }

  private Store copyOfTheStore(String name) throws Exception {
    Path copy = folder.resolve(name + ".db");
    office.close();
    Files.copy(office.workspace().storeFile(), copy);
    return SqliteStore.open(copy, office.clock());
  }
}
