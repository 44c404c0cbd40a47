package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.FOUND;
import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A write that rests on something outdated changes nothing at all. */
abstract class ConflictContract extends OpenStore {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration MICRO = Duration.ofNanos(1_000);

  @Test
  void aSecondFirstWriteIsAConflict() {
    Issue first = insert(issue("a").summary("first"));
    Issue second = issue("a").summary("second").build();

    assertThat(apply(Changes.born(second))).isEqualTo(conflict(second));

    assertUntouched(first);
  }

  @Test
  void aWriteThatRestsOnAnOldVersionIsAConflict() {
    Issue first = insert(issue("a"));
    Issue second = change(first, IssueBuilder.after(first).summary("second").build());
    Issue late = IssueBuilder.after(first).summary("late").build();

    assertThat(apply(Changes.change(first, late))).isEqualTo(conflict(first));

    assertThat(stored(first.key())).isEqualTo(second);
    assertThat(store.proof(first.key())).contains(Changes.proof(second));
    assertThat(texts(first.key())).containsExactly("found", "changed");
  }

  @Test
  void aWriteThatRestsOnNothingStoredIsAConflict() {
    Issue never = issue("a").build();

    assertThat(apply(Changes.change(never, IssueBuilder.after(never).build())))
        .isEqualTo(conflict(never));

    assertThat(store.issues(List.of(never.key()))).isEmpty();
    assertThat(store.history(never.key())).isEmpty();
  }

  @Test
  void aWriteThatRestsOnAFutureVersionIsAConflict() {
    Issue first = insert(issue("a"));
    Issue future = IssueBuilder.from(first).version(7).build();

    assertThat(apply(Changes.change(future, IssueBuilder.after(future).build())))
        .isEqualTo(conflict(first));

    assertUntouched(first);
  }

  @Test
  void oneConflictKeepsAllOfTheCallFromBeingWritten() {
    Issue known = insert(issue("known"));
    Issue taken = insert(issue("taken"));
    Issue outdated = insert(issue("outdated"));
    Issue newest = change(outdated, IssueBuilder.after(outdated).build());
    Issue fresh = issue("fresh").build();
    SliceState state = SliceBuilder.look(NOON).build();

    Stored result =
        store.apply(
            Optional.of(state),
            List.of(
                Changes.change(known, IssueBuilder.after(known).summary("new").build()),
                Changes.born(fresh),
                Changes.born(taken),
                Changes.change(outdated, IssueBuilder.after(outdated).build())));

    assertThat(result).isEqualTo(conflict(taken, outdated));
    assertUntouched(known);
    assertUntouched(taken);
    assertThat(stored(outdated.key())).isEqualTo(newest);
    assertThat(store.issues(List.of(fresh.key()))).isEmpty();
    assertThat(store.history(fresh.key())).isEmpty();
    assertThat(store.proof(fresh.key())).isEmpty();
    assertThat(store.slices()).isEmpty();
  }

  @Test
  void issuesAndSliceAreWrittenTogether() {
    Issue one = issue("one").build();
    Issue two = issue("two").build();
    SliceState state = SliceBuilder.look(NOON).build();

    Stored result = store.apply(Optional.of(state), List.of(Changes.born(one), Changes.born(two)));

    assertThat(result).isEqualTo(APPLIED);
    assertThat(store.live(SliceBuilder.BUCKETS)).containsExactlyInAnyOrder(one, two);
    assertThat(store.slices()).containsExactly(state);
  }

  @Test
  void aLookWithoutChangesIsStored() {
    SliceState state = SliceBuilder.look(NOON).build();

    assertThat(store.apply(Optional.of(state), List.of())).isEqualTo(APPLIED);
    assertThat(store.slices()).containsExactly(state);
  }

  @Test
  void anOlderLookAfterANewerChangesNothing() {
    Issue open = insert(issue("a"));
    Issue resolved = IssueBuilder.after(open).resolved(NOON).observedAt(NOON).build();
    SliceState newer = SliceBuilder.look(NOON).scan("s-newer").build();
    assertThat(store.apply(Optional.of(newer), List.of(Changes.change(open, resolved))))
        .isEqualTo(APPLIED);
    SliceState older = SliceBuilder.look(NOON.minus(MICRO)).scan("s-older").build();
    Issue wrong = IssueBuilder.after(resolved).summary("seen by the older look").build();

    Stored result =
        store.apply(
            Optional.of(older),
            List.of(Changes.change(resolved, wrong), Changes.born(issue("b").build())));

    assertThat(result).isEqualTo(SUPERSEDED);
    assertThat(stored(open.key())).isEqualTo(resolved);
    assertThat(texts(open.key())).containsExactly("found", "changed");
    assertThat(store.issues(List.of(issue("b").build().key()))).isEmpty();
    assertThat(store.slices()).containsExactly(newer);
  }

  @Test
  void whatIsOldIsSupersededEvenIfItConflictsToo() {
    Issue open = insert(issue("a"));
    store.apply(Optional.of(SliceBuilder.look(NOON).build()), List.of());
    SliceState older = SliceBuilder.look(NOON.minusSeconds(1)).build();

    assertThat(store.apply(Optional.of(older), List.of(Changes.born(open)))).isEqualTo(SUPERSEDED);
  }

  @Test
  void theSameLookMayBeStoredAgain() {
    SliceState first = SliceBuilder.look(NOON).judged(1).build();
    SliceState again = SliceBuilder.look(NOON).judged(2).build();
    store.apply(Optional.of(first), List.of());

    assertThat(store.apply(Optional.of(again), List.of())).isEqualTo(APPLIED);
    assertThat(store.slices()).containsExactly(again);
  }

  @Test
  void aNewerLookReplacesAnOlderByTheSmallestStep() {
    store.apply(Optional.of(SliceBuilder.look(NOON).build()), List.of());
    SliceState newer = SliceBuilder.look(NOON.plus(MICRO)).build();

    assertThat(store.apply(Optional.of(newer), List.of())).isEqualTo(APPLIED);
    assertThat(store.slices()).containsExactly(newer);
  }

  @Test
  void looksAtOtherSlicesDoNotSupersede() {
    store.apply(Optional.of(SliceBuilder.look(NOON).build()), List.of());
    for (Slice other :
        List.of(
            SliceBuilder.slice("222222222222", "global", IssueBuilder.CHECK),
            SliceBuilder.slice("111111111111", "eu-west-1", IssueBuilder.CHECK),
            SliceBuilder.slice("111111111111", "global", "s3_bucket_policy"))) {
      SliceState state = SliceBuilder.look(NOON.minusSeconds(60)).of(other).build();

      assertThat(store.apply(Optional.of(state), List.of())).isEqualTo(APPLIED);
    }
    assertThat(store.slices()).hasSize(4);
  }

  @Test
  void aLookAtOneResourceLeavesTheSliceAsItStands() {
    Issue open = insert(issue("a").observedAt(FOUND));
    SliceState state = SliceBuilder.look(NOON).build();
    store.apply(Optional.of(state), List.of());
    Issue confirmed = IssueBuilder.after(open).observedAt(NOON.plusSeconds(1)).build();

    assertThat(part(NOON.plusSeconds(1), Changes.quiet(open, confirmed))).isEqualTo(APPLIED);
    assertThat(stored(open.key())).isEqualTo(confirmed);
    assertThat(store.slices()).containsExactly(state);
  }

  @Test
  void aLookAtOneResourceIsSupersededByALaterLookAtTheSlice() {
    store.apply(Optional.of(SliceBuilder.look(NOON).build()), List.of());

    assertThat(part(NOON.minus(MICRO), Changes.born(issue("a").build()))).isEqualTo(SUPERSEDED);
    assertThat(store.issues(List.of(issue("a").build().key()))).isEmpty();
  }

  @Test
  void aLookAtOneResourceOfAnUnknownSliceIsStored() {
    Issue issue = issue("a").build();

    assertThat(part(NOON, Changes.born(issue))).isEqualTo(APPLIED);
    assertThat(stored(issue.key())).isEqualTo(issue);
  }

  @Test
  void aLookAtOneResourceConflictsLikeAnyOther() {
    Issue first = insert(issue("a"));
    Issue second = issue("a").build();

    assertThat(part(NOON, Changes.born(second))).isEqualTo(conflict(second));
    assertUntouched(first);
  }

  private Stored part(Instant began, Change... changes) {
    return store.applyPart(SliceBuilder.look(NOON).build().slice(), began, List.of(changes));
  }

  private void assertUntouched(Issue issue) {
    assertThat(stored(issue.key())).isEqualTo(issue);
    assertThat(store.proof(issue.key())).contains(Changes.proof(issue));
    assertThat(texts(issue.key())).containsExactly("found");
  }
}
