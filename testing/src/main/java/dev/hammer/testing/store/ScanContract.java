package dev.hammer.testing.store;

import static dev.hammer.testing.store.SliceBuilder.look;
import static dev.hammer.testing.store.SliceBuilder.planned;
import static dev.hammer.testing.store.SliceBuilder.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scans are kept, and how each slice stands. */
abstract class ScanContract extends OpenStore {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final String ONE = "111111111111";
  private static final String TWO = "222222222222";

  @Test
  void aScanIsKeptFromBeginToEnd() {
    Scan running = scan("s-1", NOON);
    store.begin(running, List.of());
    assertThat(store.scan("s-1")).contains(running);

    Value.Fields figures =
        Value.fields().put("issues", 3).put("note", "caf\u00e9 \uD83D\uDD28 ';--").build();
    Scan ended = running.ended(NOON.plusNanos(1), Scan.Outcome.INCOMPLETE, figures);
    store.end(ended);
    reopen();

    assertThat(store.scan("s-1")).contains(ended);
    assertThat(store.scans(10)).containsExactly(ended);
    assertThat(store.scan("s-2")).isEmpty();
  }

  @Test
  void theLatestScanComesFirst() {
    Scan early = scan("s-3", NOON.minusSeconds(1));
    Scan exact = scan("s-1", Instant.parse("2026-03-01T12:00:01Z"));
    Scan fraction = scan("s-2", Instant.parse("2026-03-01T12:00:01.5Z"));
    for (Scan scan : List.of(fraction, early, exact)) {
      store.begin(scan, List.of());
    }

    assertThat(store.scans(10)).containsExactly(fraction, exact, early);
    assertThat(store.scans(2)).containsExactly(fraction, exact);
    assertThat(store.scans(0)).isEmpty();
  }

  @Test
  void aPlannedSliceIsKnownAndNotLookedAt() {
    SliceState state = planned(slice(ONE, "eu-west-1", "a"));

    store.begin(scan("s-1", NOON), List.of(state));

    assertThat(store.slices()).containsExactly(state);
  }

  @Test
  void slicesCanBePlannedBitByBit() {
    SliceState looked = look(NOON).of(slice(ONE, "eu-west-1", "a")).build();
    store.record(looked);
    store.record(look(NOON).of(slice(TWO, "*", "a")).build());
    store.begin(scan("s-1", NOON), List.of());

    store.plan(List.of(planned(slice(ONE, "eu-west-1", "a")), planned(slice(ONE, "global", "b"))));
    store.plan(List.of(planned(slice(TWO, "eu-west-1", "a"))));
    store.plan(List.of());

    assertThat(store.slices())
        .containsExactly(
            looked, planned(slice(ONE, "global", "b")), planned(slice(TWO, "eu-west-1", "a")));
  }

  @Test
  void aKnownSliceKeepsItsLastLook() {
    SliceState looked = look(NOON).build();
    store.record(looked);

    store.begin(
        scan("s-2", NOON.plusSeconds(9)),
        List.of(planned(SliceBuilder.BUCKETS), planned(slice(ONE, "global", "other"))));

    assertThat(store.slices()).contains(looked).hasSize(2);
  }

  @Test
  void realRegionsReplaceTheStandInOfTheirAccountAndCheck() {
    Slice standIn = slice(ONE, "*", "a");
    SliceState denied = look(NOON).of(standIn).denied().build();
    store.record(denied);
    store.record(look(NOON).of(slice(ONE, "*", "b")).build());
    store.record(look(NOON).of(slice(TWO, "*", "a")).build());
    store.record(look(NOON).of(slice(ONE, "global", "g")).build());

    store.begin(
        scan("s-2", NOON.plusSeconds(9)),
        List.of(planned(slice(ONE, "eu-west-1", "a")), planned(slice(ONE, "eu-west-2", "a"))));

    assertThat(store.slices())
        .extracting(SliceState::slice)
        .containsExactly(
            slice(ONE, "*", "b"),
            slice(ONE, "eu-west-1", "a"),
            slice(ONE, "eu-west-2", "a"),
            slice(ONE, "global", "g"),
            slice(TWO, "*", "a"));
  }

  @Test
  void aGlobalSliceIsNoRealRegion() {
    store.begin(
        scan("s-1", NOON),
        List.of(planned(slice(ONE, "*", "a")), planned(slice(ONE, "global", "a"))));

    assertThat(store.slices()).hasSize(2);
  }

  @Test
  void aStateWithAllItsFailuresIsKeptAsItIs() {
    ApiCall call = ApiCall.of("s3", "ListBuckets", "s3:ListAllMyBuckets");
    List<ReadFailure> failures =
        Arrays.stream(ReadFailure.Kind.values())
            .map(
                kind ->
                    new ReadFailure(
                        call,
                        kind,
                        "Code'\u0000",
                        "detail \uD83D\uDD28 \uD800",
                        Optional.of("req").filter(_ -> kind != ReadFailure.Kind.GONE)))
            .toList();
    SliceState plain = look(NOON).failed(failures.getFirst(), "a", "b \uDC00").build();
    SliceState state =
        new SliceState(
            plain.slice(),
            "s3",
            plain.scanId(),
            plain.began(),
            plain.ended(),
            plain.outcome(),
            failures,
            3_000_000_000L,
            7,
            HostileText.all());

    store.record(state);
    reopen();

    assertThat(store.slices()).containsExactly(state);
  }

  @Test
  void anOlderLookIsNotRecorded() {
    SliceState newer = look(NOON).scan("s-newer").build();
    store.record(newer);

    store.record(look(NOON.minusNanos(1_000)).scan("s-older").denied("a").build());
    assertThat(store.slices()).containsExactly(newer);

    SliceState newest = look(NOON.plusNanos(1_000)).scan("s-newest").denied("a").build();
    store.record(newest);
    assertThat(store.slices()).containsExactly(newest);
  }

  @Test
  void noLookIsOlderThanAnyLook() {
    SliceState looked = look(NOON).build();
    store.record(looked);

    store.record(planned(SliceBuilder.BUCKETS));

    assertThat(store.slices()).containsExactly(looked);
  }

  @Test
  void recordingChangesNoIssue() {
    Issue issue = insert(IssueBuilder.issue("a"));

    store.record(look(NOON).denied("a").build());

    assertThat(stored(issue.key())).isEqualTo(issue);
    assertThat(texts(issue.key())).containsExactly("found");
  }

  @Test
  void slicesComeSorted() {
    List<Slice> sorted =
        List.of(
            slice(ONE, "*", "z"),
            slice(ONE, "eu-west-1", "B"),
            slice(ONE, "eu-west-1", "a"),
            slice(ONE, "global", "a"),
            slice(TWO, "ap-south-1", "a"));
    for (Slice slice : sorted.reversed()) {
      store.record(look(NOON).of(slice).build());
    }

    assertThat(store.slices()).extracting(SliceState::slice).containsExactlyElementsOf(sorted);
  }

  @Test
  void aForgottenSliceIsAsIfNeverLookedAt() {
    Slice gone = slice(ONE, "ap-south-1", "a");
    SliceState kept = look(NOON).of(slice(ONE, "eu-west-1", "a")).build();
    store.record(kept);
    store.record(look(NOON).of(gone).denied("x", "y").build());
    Issue issue = insert(IssueBuilder.issue("x").in(gone));

    store.forget(List.of(gone, slice(TWO, "ap-south-1", "a")));
    reopen();

    assertThat(store.slices()).containsExactly(kept);
    assertThat(stored(issue.key())).isEqualTo(issue);
    assertThat(store.live(gone)).containsExactly(issue);
    SliceState older = look(NOON.minusSeconds(9)).of(gone).build();
    store.record(older);
    assertThat(store.slices()).containsExactly(older, kept);
  }

  @Test
  void discardedScansAreGoneAndWhatTheyDidStays() {
    Scan old = scan("s-1", NOON);
    Scan kept = scan("s-2", NOON.plusSeconds(1));
    store.begin(old, List.of());
    store.begin(kept, List.of());
    Issue issue = insert(IssueBuilder.issue("a"));

    store.discard(List.of("s-1", "s-unknown"));
    reopen();

    assertThat(store.scan("s-1")).isEmpty();
    assertThat(store.scans(10)).containsExactly(kept);
    assertThat(texts(issue.key())).containsExactly("found");
  }

  @Test
  void scansAndSlicesAreStreamedInTheirOrder() {
    for (int i = 0; i < 30; i++) {
      store.begin(
          scan("s-" + i, NOON.plusSeconds(i)),
          List.of(planned(slice(ONE, "eu-west-1", "check-" + i))));
    }
    List<Scan> scans = new ArrayList<>();
    store.scans(scans::add);
    List<SliceState> slices = new ArrayList<>();
    store.slices(slices::add);

    assertThat(scans).hasSize(30).isEqualTo(store.scans(100));
    assertThat(slices).hasSize(30).isEqualTo(store.slices());
  }

  @Test
  void aSoundStoreHasNoDefectsAndSurvivesCompaction() {
    SliceState looked = look(NOON).build();
    store.record(looked);
    Issue issue = insert(IssueBuilder.issue("a"));

    store.compact();
    reopen();

    assertThat(store.defects()).isEmpty();
    assertThat(store.slices()).containsExactly(looked);
    assertThat(stored(issue.key())).isEqualTo(issue);
  }

  private static Scan scan(String id, Instant started) {
    return new Scan(
        id,
        started,
        Optional.empty(),
        Scan.Outcome.RUNNING,
        true,
        "sha256:0",
        "arn:aws:iam::111111111111:user/lea",
        Value.fields().put("planned", 12).build());
  }
}
