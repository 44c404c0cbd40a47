package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** An index that shows what was true a moment ago costs one more try, and no more. */
final class LaggingIndexTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String prefix = LocalDynamo.newPrefix();
  private final Store other = LocalDynamo.open(LocalDynamo.client(), prefix);

  /** Answers every query of an index as it answered the first. */
  private final AtomicReference<Optional<Object>> first = new AtomicReference<>(Optional.empty());

  private final Store lagging =
      LocalDynamo.open(
          LocalDynamo.client(
              (method, arguments, call) -> {
                boolean isIndex =
                    !arguments.isEmpty()
                        && arguments.getFirst() instanceof QueryRequest query
                        && query.indexName() != null;
                if (!isIndex) {
                  return call.proceed();
                }
                if (first.get().isEmpty()) {
                  first.set(Optional.of(call.proceed()));
                }
                return first.get().orElseThrow();
              }),
          prefix);

  @Test
  void afterAConflictTheTableIsAsked() {
    Issue before = issue("a").build();
    other.apply(Optional.empty(), List.of(Changes.born(before)));
    assertThat(lagging.live(SliceBuilder.BUCKETS)).containsExactly(before);
    Issue changed = IssueBuilder.after(before).summary("changed").build();
    other.apply(Optional.empty(), List.of(Changes.change(before, changed)));

    Issue stale = lagging.live(SliceBuilder.BUCKETS).getFirst();
    assertThat(resolve(stale)).isEqualTo(new Stored.Conflict(List.of(before.key())));

    Issue fresh = lagging.live(SliceBuilder.BUCKETS).getFirst();
    assertThat(fresh).isEqualTo(changed);
    assertThat(resolve(fresh)).isEqualTo(new Stored.Applied());
  }

  @Test
  void whatIsNoLongerLiveIsNotShownAgain() {
    Issue before = issue("a").build();
    other.apply(Optional.empty(), List.of(Changes.born(before)));
    assertThat(lagging.live(SliceBuilder.BUCKETS)).containsExactly(before);
    other.apply(
        Optional.empty(),
        List.of(Changes.change(before, IssueBuilder.after(before).resolved(NOON).build())));

    assertThat(resolve(before)).isInstanceOf(Stored.Conflict.class);

    assertThat(lagging.live(SliceBuilder.BUCKETS)).isEmpty();
  }

  private Stored resolve(Issue issue) {
    return lagging.apply(
        Optional.of(SliceBuilder.look(NOON).build()),
        List.of(Changes.change(issue, IssueBuilder.after(issue).resolved(NOON).build())));
  }
}
