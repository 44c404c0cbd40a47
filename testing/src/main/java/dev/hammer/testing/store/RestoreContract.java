package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Issues of another store are taken over as they stood there, with all their past. */
abstract class RestoreContract extends OpenStore {
  private static final Instant LATER = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void anIssueIsTakenOverWithVersionProofAndHistory() {
    Chronicle chronicle = old("bucket", 7);

    assertThat(store.restore(List.of(chronicle))).isEmpty();
    reopen();

    assertThat(chronicle(chronicle.issue())).isEqualTo(chronicle);
    assertThat(store.byRef(chronicle.issue().ref().text(), 2)).containsExactly(chronicle.issue());
    assertThat(found(IssueQuery.ALL.withResource("bucket"))).containsExactly(chronicle.issue());
    assertThat(store.live(chronicle.issue().slice())).containsExactly(chronicle.issue());
  }

  @Test
  void itsLifeGoesOnFromItsVersion() {
    Issue before = old("bucket", 7).issue();
    store.restore(List.of(old("bucket", 7)));

    assertThat(apply(Changes.change(issue("bucket").build(), before))).isEqualTo(conflict(before));
    Issue after = change(before, IssueBuilder.after(before).resolved(LATER).build());

    assertThat(stored(before.key())).isEqualTo(after);
    assertThat(after.version()).isEqualTo(8);
    assertThat(store.history(before.key())).hasSize(8).last().satisfies(this::isTheLatest);
  }

  @Test
  void whatIsThereIsLeftAsItIs() {
    Issue there = insert(issue("there"));
    Chronicle other = old("other", 3);

    assertThat(store.restore(List.of(old("there", 9), other))).containsExactly(there.key());

    assertThat(stored(there.key())).isEqualTo(there);
    assertThat(texts(there.key())).containsExactly("found");
    assertThat(chronicle(other.issue())).isEqualTo(other);
    assertThat(store.restore(List.of(other))).containsExactly(other.issue().key());
    assertThat(chronicle(other.issue())).isEqualTo(other);
  }

  @Test
  void everyStatusAndOneThatWasNeverProvedIsTakenOver() {
    List<Chronicle> all = new ArrayList<>();
    for (Status status : Status.values()) {
      Issue one = issue("bucket-" + status.word()).status(status).build();
      all.add(new Chronicle(one, Optional.empty(), List.of()));
    }

    assertThat(store.restore(all)).isEmpty();

    assertThat(all).allSatisfy(one -> assertThat(chronicle(one.issue())).isEqualTo(one));
    assertThat(store.restore(List.of())).isEmpty();
  }

  private void isTheLatest(HistoryEntry entry) {
    assertThat(entry.text()).isEqualTo("changed");
  }

  /** An issue that was written so often, each time with an entry, some at the same moment. */
  private static Chronicle old(String id, int version) {
    Issue one = issue(id).build();
    List<HistoryEntry> history = new ArrayList<>();
    for (int i = 1; i <= version; i++) {
      one = i == 1 ? one : IssueBuilder.after(one).build();
      HistoryEntry entry = Changes.entry(one, "change " + i);
      history.add(
          new HistoryEntry(
              entry.key(),
              IssueBuilder.FOUND.plusSeconds(i / 2),
              entry.kind(),
              entry.actor(),
              entry.scanId(),
              entry.text(),
              entry.before(),
              entry.after()));
    }
    return new Chronicle(one, Optional.of(Changes.proof(one)), history);
  }

  private Chronicle chronicle(Issue wanted) {
    return new Chronicle(
        stored(wanted.key()), store.proof(wanted.key()), store.history(wanted.key()));
  }
}
