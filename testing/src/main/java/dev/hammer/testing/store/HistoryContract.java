package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What happened to any issue is listed by time, scan, kind and actor, the latest first, in pages.
 */
abstract class HistoryContract extends OpenStore {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int LARGE = 1_000;

  @Test
  void anEmptyStoreHasNoHistory() {
    assertThat(store.history(HistoryQuery.ALL, "", 10))
        .isEqualTo(new HistoryPage(List.of(), Optional.empty()));
  }

  @Test
  void theLatestComesFirstWhateverItsIssue() {
    HistoryEntry a1 = happens("a", NOON, EventKind.FOUND, "identification", "s-1");
    HistoryEntry b1 = happens("b", NOON.plusNanos(1), EventKind.FOUND, "identification", "s-1");
    HistoryEntry early = happens("c", NOON.minusSeconds(1), EventKind.FOUND, "lea", "s-0");
    HistoryEntry a2 = happens("a", NOON.plusSeconds(1), EventKind.RESOLVED, "lea", "");
    reopen();

    assertThat(all(HistoryQuery.ALL)).containsExactly(a2, b1, a1, early);
  }

  @Test
  void whatHappenedToOneIssueAtOneMomentComesInTheOrderItWasStored() {
    HistoryEntry first = happens("a", NOON, EventKind.FOUND, "identification", "s-1");
    HistoryEntry second = happens("a", NOON, EventKind.CHANGED, "identification", "s-1");
    HistoryEntry third = happens("a", NOON, EventKind.WHITELISTED, "lea", "");

    assertThat(all(HistoryQuery.ALL)).containsExactly(third, second, first);
    assertThat(paged(HistoryQuery.ALL, 1)).containsExactly(third, second, first);
  }

  @Test
  void timeScanKindAndActorNarrowDownTogether() {
    HistoryEntry found = happens("a", NOON, EventKind.FOUND, "identification", "s-1");
    HistoryEntry changed = happens("a", at(1), EventKind.CHANGED, "identification", "s-2");
    HistoryEntry accepted = happens("b", at(2), EventKind.WHITELISTED, "lea", "");
    HistoryEntry resolved = happens("c", at(3), EventKind.RESOLVED, "identification", "s-2");

    assertThat(all(HistoryQuery.ALL.withSince(at(2)))).containsExactly(resolved, accepted);
    assertThat(all(HistoryQuery.ALL.withBefore(at(2)))).containsExactly(changed, found);
    assertThat(all(HistoryQuery.ALL.withSince(at(1)).withBefore(at(2)))).containsExactly(changed);
    assertThat(all(HistoryQuery.ALL.withScan("s-2"))).containsExactly(resolved, changed);
    assertThat(all(HistoryQuery.ALL.withScan("s-2").withSince(at(2)))).containsExactly(resolved);
    assertThat(all(kinds(EventKind.FOUND, EventKind.RESOLVED))).containsExactly(resolved, found);
    assertThat(all(kinds(EventKind.FOUND).withScan("s-2"))).isEmpty();
    assertThat(all(HistoryQuery.ALL.withActors(Set.of("lea")))).containsExactly(accepted);
    assertThat(all(HistoryQuery.ALL.withActors(Set.of("lea", "identification", "tom"))))
        .containsExactly(resolved, accepted, changed, found);
    assertThat(all(kinds(EventKind.CHANGED).withActors(Set.of("lea")))).isEmpty();
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    List<HistoryEntry> stored = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String actor = i % 3 == 0 ? "lea" : "identification";
      stored.add(happens("bucket-" + i % 7, at(i / 5), EventKind.CHANGED, actor, "s-" + i % 2));
    }
    for (HistoryQuery query :
        List.of(
            HistoryQuery.ALL,
            HistoryQuery.ALL.withScan("s-1"),
            HistoryQuery.ALL.withActors(Set.of("lea")),
            kinds(EventKind.CHANGED, EventKind.FOUND).withSince(at(2)).withBefore(at(9)))) {
      List<HistoryEntry> wanted = all(query);
      assertThat(wanted)
          .containsExactlyInAnyOrderElementsOf(stored.stream().filter(query::test).toList());
      for (int size : List.of(1, 7, wanted.size(), LARGE)) {
        assertThat(paged(query, size)).as("%s by %s", query, size).isEqualTo(wanted);
      }
    }
  }

  @Test
  void whatHappensMeanwhileDoesNotDisturbThePagesBelow() {
    HistoryEntry old = happens("a", NOON, EventKind.FOUND, "identification", "s-1");
    HistoryEntry young = happens("b", at(1), EventKind.FOUND, "identification", "s-1");
    HistoryPage first = store.history(HistoryQuery.ALL, "", 1);

    happens("c", at(2), EventKind.FOUND, "identification", "s-1");

    assertThat(first.entries()).containsExactly(young);
    assertThat(store.history(HistoryQuery.ALL, first.next().orElseThrow(), 5).entries())
        .containsExactly(old);
  }

  @Test
  void hostileWordsAreValuesAndNeverPartOfTheStatement() {
    List<HistoryEntry> stored = new ArrayList<>();
    int second = 0;
    for (String text : HostileText.all()) {
      stored.add(happens("a", at(second), EventKind.CHANGED, text, "s-" + text));
      second++;
    }

    assertThat(paged(HistoryQuery.ALL, 2)).isEqualTo(stored.reversed());
    for (HistoryEntry entry : stored) {
      assertThat(all(HistoryQuery.ALL.withActors(Set.of(entry.actor())))).containsExactly(entry);
      assertThat(all(HistoryQuery.ALL.withScan(entry.scanId().orElseThrow())))
          .containsExactly(entry);
    }
  }

  @Test
  void aPageHasAtLeastOneEntryAndBeginsWhereAnotherEnded() {
    happens("a", NOON, EventKind.FOUND, "identification", "s-1");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> store.history(HistoryQuery.ALL, "", 0));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> store.history(HistoryQuery.ALL, "nowhere", 5));
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static HistoryQuery kinds(EventKind... kinds) {
    return HistoryQuery.ALL.withKinds(Set.of(kinds));
  }

  private List<HistoryEntry> all(HistoryQuery query) {
    HistoryPage page = store.history(query, "", LARGE);
    assertThat(page.next()).isEmpty();
    return page.entries();
  }

  private List<HistoryEntry> paged(HistoryQuery query, int size) {
    List<HistoryEntry> all = new ArrayList<>();
    Optional<String> from = Optional.of("");
    while (from.isPresent()) {
      HistoryPage page = store.history(query, from.get(), size);
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(size);
      all.addAll(page.entries());
      from = page.next();
    }
    return all;
  }

  /** Something happens to an issue, which is stored first if need be. */
  private HistoryEntry happens(String id, Instant at, EventKind kind, String actor, String scanId) {
    Issue wanted = issue(id).build();
    Optional<Issue> before = store.issues(List.of(wanted.key())).stream().findFirst();
    Issue after = before.map(one -> IssueBuilder.after(one).build()).orElse(wanted);
    HistoryEntry entry =
        new HistoryEntry(
            wanted.key(),
            at,
            kind,
            actor,
            Optional.of(scanId).filter(text -> !text.isEmpty()),
            kind.word() + " by " + actor,
            Value.Fields.NONE,
            Value.fields().put("status", "open").build());
    assertThat(apply(new Change(before, after, Optional.of(entry), Optional.empty())))
        .isEqualTo(APPLIED);
    return entry;
  }
}
