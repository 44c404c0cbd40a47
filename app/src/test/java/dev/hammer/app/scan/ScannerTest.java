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
import dev.hammer.app.Interposed;
import dev.hammer.app.Office;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.Settings;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
  private static final Unit QUEUES = new Unit(DATA, Region.of(WEST), "sqs");
  private static final CallPattern BUCKETS_OF_MAIN =
      CallPattern.of("s3", "ListBuckets").inAccount(MAIN.id());

  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void everyIssueOfEveryAccountAndRegionIsFoundAndNothingElse() {
    estate
        .plainBucket(MAIN, "logs")
        .encryptedBucket(MAIN, "vault")
        .plainBucket(DATA, "exports")
        .openQueue(DATA, NORTH, "orders")
        .closedQueue(DATA, NORTH, "mails")
        .openQueue(MAIN, WEST, "jobs");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(names(office.issues())).containsExactly("logs", "exports", "jobs", "orders");
    assertThat(report.coverage().percent()).isEqualTo(100);
    assertThat(report.coverage().units()).isEqualTo(6);
    assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.COMPLETE);
    assertThat(report.counts())
        .containsEntry(Severity.CRITICAL, new Count(2, 2, 0, 0))
        .containsEntry(Severity.MEDIUM, new Count(2, 2, 0, 0))
        .containsEntry(Severity.HIGH, Count.NONE);
    assertThat(names(report.news())).containsExactly("jobs", "orders", "logs", "exports");
    assertThat(report.resources()).isEqualTo(6);
    assertThat(report.notCovered()).isEmpty();
    assertThat(report.requests()).isEqualTo(estate.stub().calls().size());
    assertThat(office.store().scan(report.scan().id())).contains(report.scan());
  }

  @Test
  void reportTellsWhatWasThrottledAlthoughAllWasReadInTheEnd() {
    estate.plainBucket(MAIN, "logs");
    estate
        .stub()
        .faults()
        .add(Fault.first(2, "s3", "GetBucketEncryption", FaultAnswer.throttled()));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.coverage().percent()).isEqualTo(100);
    assertThat(report.throttled()).isEqualTo(2);
    assertThat(report.requests()).isEqualTo(estate.stub().calls().size());
    Value.Fields kept = office.store().scan(report.scan().id()).orElseThrow().figures();
    assertThat(kept.get("throttled")).contains(Value.of(2));
    assertThat(kept.get("waited_seconds")).contains(Value.of(report.waited().toSeconds()));
  }

  @Test
  void secondScanOfTheSameEstateWritesNoIssue() {
    estate.plainBucket(MAIN, "logs").openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    List<Issue> before = office.issues();

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(office.issues()).isEqualTo(before);
    assertThat(report.total()).isEqualTo(new Count(2, 0, 0, 0));
    assertThat(report.news()).isEmpty();
  }

  @Test
  void whatIsGoneOrMendedIsResolvedAndComesBack() {
    estate.plainBucket(MAIN, "logs").openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);

    estate.encryptedBucket(MAIN, "logs").closedQueue(DATA, WEST, "orders");
    ScanReport mended = office.scan(ScanRequest.WHOLE);
    estate.plainBucket(MAIN, "logs");
    ScanReport broken = office.scan(ScanRequest.WHOLE);

    assertThat(mended.total()).isEqualTo(new Count(0, 0, 0, 2));
    assertThat(broken.counts()).containsEntry(Severity.MEDIUM, new Count(1, 0, 1, 0));
    assertThat(names(broken.news())).containsExactly("logs");
    assertThat(office.issue("orders").status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void accountThatRefusesCostsItselfOnly() {
    estate.plainBucket(MAIN, "logs").plainBucket(DATA, "exports").openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    List<Issue> before = office.issues();
    estate.withoutBucket(DATA, "exports").withoutBucket(MAIN, "logs").closing(DATA);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.isBroken()).isTrue();
    assertThat(report.coverage().percent()).isEqualTo(50);
    assertThat(report.coverage().failed()).isEqualTo(3);
    assertThat(report.plan().shut().keySet()).extracting(Target::name).containsExactly("data");
    assertThat(report.notCovered())
        .hasSize(3)
        .allMatch(gap -> gap.whole() && gap.unit().account().equals(DATA))
        .allMatch(gap -> gap.reason().equals("denied"))
        .allMatch(gap -> gap.why().call().action().equals("sts:AssumeRole"));
    assertThat(office.issue("logs").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issues().stream().filter(i -> i.key().account().equals(DATA)))
        .isEqualTo(before.stream().filter(i -> i.key().account().equals(DATA)).toList())
        .allMatch(issue -> !office.books().isVerified(issue));
    assertThat(office.books().coverage().percent()).isEqualTo(50);
  }

  @Test
  void accountThatLetsInAgainIsConfirmedAgain() {
    estate.openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    estate.closing(DATA);
    office.scan(ScanRequest.WHOLE);
    estate.opening(DATA);

    office.scan(ScanRequest.WHOLE);

    assertThat(office.books().isVerified(office.issue("orders"))).isTrue();
    assertThat(office.books().coverage().percent()).isEqualTo(100);
  }

  @Test
  void accountThatNeverLetAnyoneInCountsWithOneStandInRegion() {
    estate.closing(DATA);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.coverage().units()).isEqualTo(5);
    assertThat(report.notCovered())
        .extracting(NotCovered::unit)
        .containsExactly(
            new Unit(DATA, Region.UNKNOWN, "sqs"), new Unit(DATA, Region.GLOBAL, "s3"));
    estate.opening(DATA);
    assertThat(office.scan(ScanRequest.WHOLE).coverage().units()).isEqualTo(6);
    assertThat(office.books().coverage().units()).isEqualTo(6);
  }

  @Test
  void regionThatAnAccountHasNoLongerEnabledLeavesTheBooksAndItsIssuesStay() {
    estate.openQueue(DATA, NORTH, "orders").openQueue(MAIN, NORTH, "jobs");
    office.scan(ScanRequest.WHOLE);
    Issue before = office.issue("orders");
    estate.enabling(DATA, WEST);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.coverage().percent()).isEqualTo(100);
    assertThat(regionsOf(DATA)).containsExactly(WEST, "global");
    assertThat(regionsOf(MAIN)).containsExactly(NORTH, WEST, "global");
    assertThat(office.books().coverage().units()).isEqualTo(5);
    assertThat(office.issue("orders")).isEqualTo(before);
    assertThat(office.books().isVerified(before)).isFalse();

    estate.enabling(DATA, NORTH, WEST).closedQueue(DATA, NORTH, "orders");
    office.scan(ScanRequest.WHOLE);
    assertThat(regionsOf(DATA)).containsExactly(NORTH, WEST, "global");
    assertThat(office.issue("orders").status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void everyAccountIsHeardOfWhileItIsEnteredAlsoOneThatRefuses() {
    Heard heard = new Heard();
    estate.closing(DATA);
    office.scan(ScanRequest.WHOLE, heard);

    assertThat(heard.entries()).containsExactly("entering 2", "entered", "entered", "planned");
  }

  @Test
  void onlyWhatTheAccountItselfSaysTakesARegionOutOfTheBooks() {
    office.scan(ScanRequest.WHOLE);

    estate.closing(DATA);
    office.scan(ScanRequest.WHOLE);
    assertThat(regionsOf(DATA)).as("could not be entered").contains(NORTH, WEST);

    estate.opening(DATA).enabling(DATA, WEST);
    office.scan(Ask.whole().accounts("main").request());
    assertThat(regionsOf(DATA)).as("was not asked").contains(NORTH, WEST);

    office.configure(Office.TWO_ACCOUNTS + "  regions: [eu-west-1]\n");
    office.scan(ScanRequest.WHOLE);
    assertThat(regionsOf(DATA)).as("left out by the configuration").contains(NORTH, WEST);

    office.configure(Office.TWO_ACCOUNTS);
    office.scan(Ask.whole().checks("s3_encryption").request());
    assertThat(regionsOf(DATA)).as("seen by any scan that entered").containsExactly(WEST, "global");
  }

  @Test
  void aScanRemembersWhatItReadCompletely() {
    estate
        .stub()
        .faults()
        .add(
            Fault.always("sqs", "ListQueues", FaultAnswer.denied())
                .inAccount(DATA.id())
                .inRegion(WEST));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    Scan stored = office.store().scan(report.scan().id()).orElseThrow();
    assertThat(ReadUnits.of(stored).orElseThrow())
        .containsExactlyElementsOf(report.plan().units().filter(u -> !u.equals(QUEUES)).toList());
  }

  @Test
  void deniedListingCostsItsUnitAndResolvesNothing() {
    estate.plainBucket(DATA, "exports").openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    estate.withoutBucket(DATA, "exports").closedQueue(DATA, WEST, "orders");
    estate
        .stub()
        .faults()
        .add(
            Fault.always("sqs", "ListQueues", FaultAnswer.denied())
                .inAccount(DATA.id())
                .inRegion(WEST));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(office.issue("exports").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issue("orders").status()).isEqualTo(Status.OPEN);
    assertThat(office.books().isVerified(office.issue("orders"))).isFalse();
    assertThat(report.notCovered()).extracting(NotCovered::unit).containsExactly(QUEUES);
    assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.INCOMPLETE);
    assertThat(report.isBroken()).isFalse();
  }

  @Test
  void oneCauseThatHitsManyResourcesIsNamedOnce() {
    estate.plainBucket(DATA, "a").plainBucket(DATA, "b").plainBucket(DATA, "c");
    estate.stub().faults().add(Fault.always("s3", "GetBucketEncryption", FaultAnswer.denied()));

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.notCovered())
        .singleElement()
        .matches(gap -> !gap.whole())
        .extracting(gap -> gap.why().call().action())
        .isEqualTo("s3:GetEncryptionConfiguration");
    assertThat(report.coverage().partial()).isEqualTo(1);
    assertThat(report.coverage().unknown()).isEqualTo(3);
    assertThat(report.resources()).isEqualTo(3);
  }

  @Test
  void defectInsideAUnitCostsThatUnitOnly() {
    estate.plainBucket(MAIN, "logs").openQueue(MAIN, WEST, "jobs");

    ScanReport report = office.scan(withBrokenSettings("s3_encryption"), office.store());

    assertThat(names(office.issues())).containsExactly("jobs");
    assertThat(report.coverage().failed()).isEqualTo(2);
    assertThat(report.coverage().complete()).isEqualTo(4);
    assertThat(report.notCovered())
        .extracting(gap -> gap.why().kind())
        .containsOnly(ReadFailure.Kind.DEFECT);
  }

  @Test
  void nobodyIsToldWhyBeforeAnythingStarts() {
    estate.stub().faults().add(Fault.always("sts", "GetCallerIdentity", FaultAnswer.expired()));

    assertThatThrownBy(() -> office.scan(ScanRequest.WHOLE))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOBODY));
    assertThat(office.store().scans(10)).isEmpty();
    assertThat(office.store().slices()).isEmpty();
  }

  @Test
  void storeThatFailsEndsTheScanAndSaysSo() {
    estate.plainBucket(MAIN, "logs");
    StoreException full = new StoreException("the disk is full", "make room");
    var failing =
        Interposed.before(
            office.store(),
            "apply",
            () -> {
              throw full;
            });

    assertThatThrownBy(() -> office.scan(office.configuration(), failing)).isEqualTo(full);
    assertThat(office.issues()).isEmpty();
    assertThat(office.store().scans(1))
        .extracting(Scan::outcome)
        .containsExactly(Scan.Outcome.RUNNING);
  }

  @Test
  void twoScansAtOnceEqualOne() throws Exception {
    for (int i = 0; i < 20; i++) {
      estate.plainBucket(MAIN, "bucket-" + i).openQueue(DATA, WEST, "queue-" + i);
    }
    office.store();

    Running other = Running.of(() -> office.scan(ScanRequest.WHOLE));
    office.scan(ScanRequest.WHOLE);
    other.report();

    assertThat(office.issues()).hasSize(40).allMatch(issue -> issue.version() == 1);
    assertThat(office.issues())
        .allMatch(issue -> office.store().history(issue.key()).size() == 1)
        .allMatch(office.books()::isVerified);
    assertThat(office.store().scans(10))
        .extracting(Scan::outcome)
        .containsExactly(Scan.Outcome.COMPLETE, Scan.Outcome.COMPLETE);
  }

  @Test
  void olderScanThatEndsLateChangesNothing() throws Exception {
    estate.plainBucket(MAIN, "logs").openQueue(MAIN, WEST, "jobs");
    Heard heard = new Heard();
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN)) {
      Running older = Running.of(() -> office.scan(ScanRequest.WHOLE, heard));
      gate.awaitArrival();
      heard.awaitEnded(5);
      estate.encryptedBucket(MAIN, "logs");
      office.scan(ScanRequest.WHOLE);
      List<Issue> newest = office.issues();
      List<SliceState> slices = office.store().slices();
      estate.plainBucket(MAIN, "logs").plainBucket(MAIN, "more");
      gate.open();

      assertThat(older.report().news()).extracting(i -> i.resource().id()).doesNotContain("more");
      assertThat(office.issues()).isEqualTo(newest);
      assertThat(office.store().slices()).isEqualTo(slices);
    }
  }

  @Test
  void interruptedScanKeepsWhatIsStoredAndNamesTheRest() throws Exception {
    estate.plainBucket(MAIN, "logs").openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    estate.withoutBucket(MAIN, "logs").closedQueue(DATA, WEST, "orders");
    Heard heard = new Heard();
    try (Gate gate = estate.gate(BUCKETS_OF_MAIN)) {
      Running running = Running.of(() -> office.scan(ScanRequest.WHOLE, heard));
      gate.awaitArrival();
      heard.awaitEnded(5);
      running.interrupt();

      ScanReport report = running.report();

      assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.INTERRUPTED);
      assertThat(report.coverage().complete()).isEqualTo(5);
      assertThat(report.notCovered())
          .singleElement()
          .returns(new Unit(MAIN, Region.GLOBAL, "s3"), NotCovered::unit)
          .returns("not_reached", NotCovered::reason)
          .returns("stopped before its turn", gap -> gap.why().detail());
      assertThat(office.store().scan(report.scan().id())).contains(report.scan());
    }
    assertThat(office.issue("orders").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
    assertThat(office.books().isVerified(office.issue("logs"))).isFalse();
  }

  @Test
  void deadlineEndsTheScanInOrder() throws Exception {
    estate.plainBucket(MAIN, "logs");
    office.scan(ScanRequest.WHOLE);
    estate.withoutBucket(MAIN, "logs");
    try (Gate _ = estate.gate(BUCKETS_OF_MAIN)) {
      ScanReport report = office.scan(Ask.whole().within(Duration.ofMillis(200)).request());

      assertThat(report.deadlineReached()).isTrue();
      assertThat(report.isBroken()).isTrue();
      assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.INCOMPLETE);
      assertThat(report.coverage().units()).isEqualTo(6);
      assertThat(report.notCovered())
          .hasSize(report.coverage().failed())
          .allMatch(gap -> gap.why().detail().equals("the deadline came first"))
          .extracting(NotCovered::unit)
          .contains(new Unit(MAIN, Region.GLOBAL, "s3"));
    }
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
    assertThat(office.books().isVerified(office.issue("logs"))).isFalse();
    assertThat(office.scan(ScanRequest.WHOLE).coverage().isFull()).isTrue();
    assertThat(office.issue("logs").status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void scanStoppedBeforeItsTurnLosesNoAccount() throws Exception {
    estate.openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    try (Gate gate = estate.gate(CallPattern.of("sts", "AssumeRole"));
        Gate own = estate.gate(CallPattern.of("ec2", "DescribeRegions"))) {
      Running running = Running.of(() -> office.scan(ScanRequest.WHOLE));
      gate.awaitArrival();
      own.awaitArrival();
      running.interrupt();

      ScanReport report = running.report();

      assertThat(report.scan().outcome()).isEqualTo(Scan.Outcome.INTERRUPTED);
      assertThat(report.coverage().complete()).isZero();
      assertThat(report.notCovered()).hasSize(6).allMatch(g -> g.reason().equals("not_reached"));
    }
    assertThat(office.issue("orders").status()).isEqualTo(Status.OPEN);
  }

  @Test
  void unitsOfAnAccountThatWasNeverPlannedKeepTheirOutcome() {
    estate.openQueue(DATA, WEST, "orders");
    office.scan(ScanRequest.WHOLE);
    estate.closing(DATA);

    office.scan(Ask.whole().accounts("main").request());

    assertThat(office.books().isVerified(office.issue("orders"))).isTrue();
    assertThat(office.store().slices())
        .extracting(SliceState::outcome)
        .containsOnly(SliceOutcome.COMPLETE);
  }

  @Test
  void recheckOfOneResourceTouchesNothingElse() {
    estate.plainBucket(DATA, "exports").plainBucket(DATA, "logs");
    office.scan(ScanRequest.WHOLE);
    List<SliceState> slices = office.store().slices();
    estate.encryptedBucket(DATA, "exports").encryptedBucket(DATA, "logs");

    ScanReport report = office.scan(Ask.whole().resource("arn:aws:s3:::exports").request());

    assertThat(office.issue("exports").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issue("logs").status()).isEqualTo(Status.OPEN);
    assertThat(office.store().slices()).isEqualTo(slices);
    assertThat(report.total()).isEqualTo(new Count(0, 0, 0, 1));
  }

  @Test
  void recheckCountsTheOpenIssuesOfItsResourceOnly() {
    estate.plainBucket(MAIN, "exports").plainBucket(MAIN, "logs");
    office.scan(ScanRequest.WHOLE);

    ScanReport report = office.scan(Ask.whole().resource("exports").request());

    assertThat(report.total()).isEqualTo(new Count(1, 0, 0, 0));
  }

  @Test
  void recheckInAShutAccountSaysNothingOfItsOtherResources() {
    estate.plainBucket(DATA, "exports").plainBucket(DATA, "logs");
    office.scan(ScanRequest.WHOLE);
    estate.closing(DATA);

    ScanReport report = office.scan(Ask.whole().resource("exports").request());

    assertThat(report.isBroken()).isTrue();
    assertThat(office.books().isVerified(office.issue("logs"))).isTrue();
  }

  @Test
  void narrowedScanOfAShutAccountLeavesOtherRegionsAlone() {
    estate.openQueue(DATA, NORTH, "orders").openQueue(DATA, WEST, "jobs");
    office.scan(ScanRequest.WHOLE);
    estate.closing(DATA);

    office.scan(Ask.whole().regions(WEST).checks("sqs_*").request());

    assertThat(office.books().isVerified(office.issue("jobs"))).isFalse();
    assertThat(office.books().isVerified(office.issue("orders"))).isTrue();
  }

  @Test
  void scanOfOneCheckNeverShowsFullCoverageOfTheWhole() {
    ScanReport report = office.scan(Ask.whole().checks("s3_encryption").request());

    assertThat(report.coverage().percent()).isEqualTo(100);
    assertThat(office.books().coverage().units()).isEqualTo(6);
    assertThat(office.books().coverage().complete()).isZero();
    assertThat(office.books().coverage().asOf()).isEmpty();
  }

  @Test
  void openIssuesAreCountedOnlyWhereTheScanLooked() {
    estate.plainBucket(MAIN, "logs").openQueue(MAIN, WEST, "jobs").openQueue(MAIN, NORTH, "mails");
    office.scan(ScanRequest.WHOLE);

    ScanReport report =
        office.scan(Ask.whole().regions(WEST).services("sqs").accounts("main").request());

    assertThat(report.total()).isEqualTo(new Count(1, 0, 0, 0));
    assertThat(report.scan().whole()).isFalse();
  }

  @Test
  void acceptedRisksAreCountedApart() {
    estate.plainBucket(MAIN, "logs").plainBucket(MAIN, "exports");
    office.write(
        "whitelist.json",
        """
        {"s3_encryption": {"123456789012": [{"id": "logs", "reason": "public data"}]}}
        """);

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.whitelisted()).isEqualTo(1);
    assertThat(report.total()).isEqualTo(new Count(1, 1, 0, 0));
    assertThat(names(report.news())).containsExactly("exports");
    assertThat(office.issue("logs").status()).isEqualTo(Status.WHITELISTED);
  }

  @Test
  void listenersHearOfThePlanAndOfEveryUnit() {
    estate.plainBucket(MAIN, "logs").encryptedBucket(MAIN, "vault");
    Heard heard = new Heard();

    ScanReport report = office.scan(ScanRequest.WHOLE, heard);

    assertThat(heard.plans()).containsExactly(report.plan());
    assertThat(heard.began()).containsExactlyElementsOf(report.plan().units().toList());
    assertThat(heard.ended()).isEqualTo(heard.began());
    assertThat(heard.judged()).isEqualTo(4);
    assertThat(heard.fresh()).isEqualTo(1);
  }

  @Test
  void ownAccountIsReadWithoutARole() {
    office.configure("");
    estate.plainBucket(MAIN, "logs");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(names(report.news())).containsExactly("logs");
    assertThat(estate.stub().calls().count("sts", "AssumeRole")).isZero();
  }

  @Test
  void memberAccountsWithoutARoleToEnterThemAreAConfigurationError() {
    office.configure("aws: {accounts: {\"222222222222\": data}}\n");

    assertThatThrownBy(() -> office.scan(ScanRequest.WHOLE))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("no role to enter them by");
  }

  @Test
  void severityAndPlaceOfTheIssueAreThoseOfTheResource() {
    estate.openQueue(DATA, NORTH, "orders");

    office.scan(ScanRequest.WHOLE);

    assertThat(office.issue(Estate.queueArn(DATA, NORTH, "orders")))
        .returns(Region.of(NORTH), Issue::unitRegion)
        .returns(Optional.of("s-00000001"), Issue::eventScan)
        .returns(Severity.CRITICAL, issue -> issue.finding().severity());
  }

  /** A value of the wrong type, which breaks the check as soon as it is made. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // so that the value gets past the compiler
  private Configuration withBrokenSettings(String check) {
    Configuration good = office.configuration();
    Setting setting = Catalogue.check(check).orElseThrow().info().settings().getFirst();
    Settings bad = Settings.DEFAULTS.with(setting, new Object());
    List<CheckSection> sections =
        good.checks().stream().map(c -> c.check().equals(check) ? with(c, bad) : c).toList();
    return new Configuration(
        good.aws(),
        sections,
        good.trustedAccounts(),
        good.store(),
        good.whitelist(),
        good.settings(),
        good.sha256());
  }

  private static CheckSection with(CheckSection section, Settings settings) {
    return new CheckSection(
        section.check(),
        section.enabled(),
        section.accounts(),
        section.ignoreAccounts(),
        section.remediationAccounts(),
        section.reporting(),
        section.remediation(),
        section.retention(),
        section.table(),
        section.topic(),
        section.labels(),
        section.slackLabel(),
        settings);
  }

  private static List<String> names(List<Issue> issues) {
    return issues.stream()
        .map(issue -> issue.resource().name().orElse(issue.resource().id()))
        .toList();
  }

  private List<String> regionsOf(AccountId account) {
    return office.store().slices().stream()
        .map(SliceState::slice)
        .filter(slice -> slice.account().equals(account))
        .map(slice -> slice.region().name())
        .distinct()
        .toList();
  }
}
