package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.MotoAws;
import dev.hammer.testing.MotoTest;
import dev.hammer.testing.stub.CallPattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans that are killed, stopped, late, or not alone: nothing is lost, and nothing doubled. */
@MotoTest
class InterruptionTest {
  private static final String GROUP = "secgrp_unrestricted_access";
  private static final String[] EVERYTHING = {"scan", "--region", Estate.EU};
  private static final int KILLED = 137;

  /** All but those of RDS: what is stored while its answers are held back. */
  private static final int SLICES_BESIDE_RDS = 11;

  @TempDir private Path home;

  @Test
  void killedScanLosesNothingAndDoublesNothing(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).everythingThrice();
    Hammer undisturbed = storedIn(aws, "undisturbed.db");
    scan(undisturbed).exits(0);
    Map<String, String> truth = Issues.withHistoryOf(undisturbed).substance();
    assertThat(truth).hasSize(31);
    int calls = aws.stub().calls().size();

    for (int nth : List.of(1, 3, calls / 2, calls)) {
      Hammer hammer = storedIn(aws, "killed-at-" + nth + ".db");
      killedAtCall(nth, aws, hammer);
      completes(hammer, truth);
    }
    Hammer hammer = storedIn(aws, "killed-half-stored.db");
    killedWhenHalfIsStored(aws, hammer, "killed-half-stored.db");
    assertThat(Issues.of(hammer).in("open")).hasSizeBetween(1, truth.size() - 1);
    completes(hammer, truth);
  }

  @Test
  void stoppedScanKeepsWhatIsDoneAndResolvesNothing(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    estate.everythingThrice();
    String mended = estate.openGroup("mended");
    Hammer hammer = storedIn(aws, "store.db");
    scan(hammer).exits(0);
    Issues before = Issues.withHistoryOf(hammer);

    estate.close(mended, 22);
    Outcome stopped = stoppedAmongDatabases(aws, hammer, "store.db");
    stopped.exits(130).says("Stopped.", "nothing was resolved from unread units", "hammer scan");
    Issues after = Issues.withHistoryOf(hammer);
    assertThat(after.status(GROUP, mended)).isEqualTo("resolved");
    assertThat(after.in("resolved")).hasSize(1);
    assertThat(after.unverified()).isEqualTo(beginningWith("rds_", before.in("open"))).isNotEmpty();

    Json last = scan(hammer, "-o", "json").exits(0).json();
    assertThat(last.decimal("coverage.percent")).isEqualTo(100.0);
    assertThat(Issues.of(hammer).unverified()).isEmpty();
  }

  @Test
  void deadlineNamesWhatItDidNotReach(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).everythingThrice();
    try (Hold hold = Hold.all()) {
      aws.stub().scripts().answer(CallPattern.of("rds", "*"), hold);
      Json report =
          scan(storedIn(aws, "store.db"), "--timeout", "3s", "-o", "json").exits(4).json();
      assertThat(report.text("scan.outcome")).isEqualTo("incomplete");
      assertThat(report.decimal("coverage.percent")).isLessThan(100.0);
      assertThat(report.list("not_covered"))
          .allSatisfy(gap -> assertThat(gap.text("reason")).isEqualTo("not_reached"))
          .anySatisfy(gap -> assertThat(gap.text("service")).isEqualTo("rds"));
    }
  }

  @Test
  void twoScansAtOnceAreAsOne(MotoAws aws) {
    Estate.in(aws, MotoAws.MAIN, Estate.EU).everythingThrice();
    Hammer hammer = storedIn(aws, "store.db");
    Running one = hammer.start(EVERYTHING);
    Running other = hammer.start(EVERYTHING);
    one.await().exits(0);
    other.await().exits(0);
    Issues both = Issues.withHistoryOf(hammer);
    Hammer alone = storedIn(aws, "alone.db");
    scan(alone).exits(0);
    assertThat(both.substance()).isEqualTo(Issues.withHistoryOf(alone).substance());
  }

  /** A slow scan read the groups, then they changed and a quick scan saw that. */
  @Test
  void olderLookStoredLaterChangesNothing(MotoAws aws) {
    Estate estate = Estate.in(aws, MotoAws.MAIN, Estate.EU);
    String mended = estate.openGroup("mended");
    String opened = estate.openGroup("opened");
    Hammer hammer = storedIn(aws, "store.db");
    scan(hammer, "--check", GROUP).exits(0);
    estate.close(opened, 22);
    scan(hammer, "--check", GROUP).exits(0);

    Issues newer;
    try (Hold hold = Hold.first(1)) {
      aws.stub().scripts().answer(CallPattern.of("ec2", "DescribeSecurityGroups"), hold);
      Running slow = hammer.start("scan", "--region", Estate.EU, "--check", GROUP);
      hold.awaitCall();
      estate.close(mended, 22);
      estate.open(opened, 22);
      scan(hammer, "--check", GROUP).exits(0);
      newer = Issues.withHistoryOf(hammer);
      hold.release();
      slow.await().exits(0);
    }
    Issues older = Issues.withHistoryOf(hammer);
    assertThat(newer.events(GROUP, mended)).containsExactly("found", "resolved");
    assertThat(newer.events(GROUP, opened)).containsExactly("found", "resolved", "back");
    assertThat(older.substance()).isEqualTo(newer.substance());
    assertThat(older.unverified()).isEmpty();
  }

  private static void completes(Hammer hammer, Map<String, String> truth) {
    Json report = scan(hammer, "-o", "json").exits(0).json();
    assertThat(report.decimal("coverage.percent")).isEqualTo(100.0);
    assertThat(Issues.withHistoryOf(hammer).substance()).isEqualTo(truth);
  }

  /** The call is answered to nobody. */
  private static void killedAtCall(int nth, MotoAws aws, Hammer hammer) {
    var calls = new AtomicInteger();
    var scan = new CompletableFuture<Running>();
    aws.stub()
        .scripts()
        .answer(
            CallPattern.any(),
            question -> {
              if (calls.incrementAndGet() == nth) {
                scan.join().kill();
              }
              return question.truth();
            });
    scan.complete(hammer.start(EVERYTHING));
    scan.join().await().exits(KILLED);
    aws.stub().reset();
  }

  private void killedWhenHalfIsStored(MotoAws aws, Hammer hammer, String store) {
    try (Hold hold = Hold.all()) {
      aws.stub().scripts().answer(CallPattern.of("rds", "*"), hold);
      Running scan = hammer.start(EVERYTHING);
      hold.awaitCall();
      new StoreFile(home.resolve(store)).awaitSlices(SLICES_BESIDE_RDS);
      scan.kill();
      scan.await().exits(KILLED);
    }
    aws.stub().reset();
  }

  private Outcome stoppedAmongDatabases(MotoAws aws, Hammer hammer, String store) {
    try (Hold hold = Hold.all()) {
      aws.stub().scripts().answer(CallPattern.of("rds", "*"), hold);
      Running scan = hammer.start(EVERYTHING);
      hold.awaitCall();
      new StoreFile(home.resolve(store)).awaitSlices(SLICES_BESIDE_RDS);
      scan.interrupt();
      return scan.await();
    } finally {
      aws.stub().reset();
    }
  }

  private Hammer storedIn(MotoAws aws, String store) {
    return Hammer.in(home, aws.environment()).with("HAMMER_STORE", "sqlite:" + store);
  }

  private static Outcome scan(Hammer hammer, String... more) {
    return hammer.run(Stream.concat(Stream.of(EVERYTHING), Stream.of(more)).toArray(String[]::new));
  }

  private static Set<String> beginningWith(String check, Set<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(check))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
