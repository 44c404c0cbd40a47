package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.Interposed;
import dev.hammer.app.TempStore;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.scan.Look;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RememberingTest {
  private static final IssueKey LOGS =
      new IssueKey(IssueBuilder.CHECK, IssueBuilder.ACCOUNT, "logs");

  @RegisterExtension private final TempStore temp = new TempStore();

  @Test
  void whatViolatesIsStoredWithTheStateOfItsSlice() {
    Look look = SeenBuckets.at(temp.clock().instant()).violating("logs").look();

    Merged merged = remembering(temp.store()).remember(look);

    assertThat(merged.changes()).hasSize(1);
    assertThat(temp.stored(LOGS).status()).isEqualTo(Status.OPEN);
    assertThat(temp.store().slices()).containsExactly(merged.state().orElseThrow());
  }

  @Test
  void resolvedIssueThatIsSeenAgainIsBackThoughNoLongerLive() {
    Instant before = temp.clock().instant().minus(Duration.ofDays(1));
    temp.insert(IssueBuilder.issue("logs").observedAt(before).resolved(before).build());

    remembering(temp.store())
        .remember(SeenBuckets.at(temp.clock().instant()).violating("logs").look());

    assertThat(temp.stored(LOGS))
        .returns(Status.OPEN, Issue::status)
        .returns(EventKind.BACK, Issue::event);
  }

  @Test
  void whatOthersWroteMeanwhileIsLoadedAndMergedAgain() {
    Instant now = temp.clock().instant();
    Issue other = IssueBuilder.issue("logs").observedAt(now.minusSeconds(1)).build();
    boolean[] first = {true};
    Store contended =
        Interposed.before(
            temp.store(),
            "apply",
            () -> {
              if (first[0]) {
                first[0] = false;
                temp.insert(other);
              }
            });

    remembering(contended).remember(SeenBuckets.at(now).violating("logs").look());

    assertThat(temp.stored(LOGS).version()).isEqualTo(2);
    assertThat(temp.stored(LOGS).timestamps().identified())
        .isEqualTo(other.timestamps().identified());
    assertThat(temp.store().history(LOGS)).hasSize(2);
  }

  @Test
  void endlessContentionIsAFailureOfTheStore() {
    Instant now = temp.clock().instant();
    temp.insert(IssueBuilder.issue("logs").observedAt(now.minusSeconds(1)).build());
    Store contended = Interposed.before(temp.store(), "apply", () -> rewrite(temp.stored(LOGS)));

    assertThatThrownBy(
            () -> remembering(contended).remember(SeenBuckets.at(now).compliant("logs").look()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("others keep writing the issues of");
    assertThat(temp.stored(LOGS).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void lookThatIsOlderThanTheStoredOneChangesNothing() {
    Instant now = temp.clock().instant();
    temp.record(SliceBuilder.look(now).build());

    Merged merged =
        remembering(temp.store())
            .remember(SeenBuckets.at(now.minusSeconds(1)).violating("logs").look());

    assertThat(merged.changes()).isEmpty();
    assertThat(temp.store().issues(List.of(LOGS))).isEmpty();
  }

  @Test
  void lookAtOneResourceLeavesTheSliceAsItWas() {
    Instant now = temp.clock().instant();
    temp.record(SliceBuilder.look(now.minusSeconds(9)).build());

    remembering(temp.store()).remember(SeenBuckets.at(now).violating("logs").only("logs").look());

    assertThat(temp.stored(LOGS).status()).isEqualTo(Status.OPEN);
    assertThat(temp.store().slices())
        .containsExactly(SliceBuilder.look(now.minusSeconds(9)).build());
  }

  private Remembering remembering(Store store) {
    return new Remembering(
        store, Whitelist.EMPTY, temp.clock(), new LaterLooks(temp.clock().instant()));
  }

  private void rewrite(Issue issue) {
    temp.store()
        .apply(Optional.empty(), List.of(Changes.quiet(issue, IssueBuilder.after(issue).build())));
  }
}
