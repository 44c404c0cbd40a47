package dev.hammer.core.issue;

import static dev.hammer.core.issue.SampleIssue.at;
import static dev.hammer.core.issue.SampleIssue.issue;
import static dev.hammer.core.issue.SampleLook.ACCOUNT;
import static dev.hammer.core.issue.SampleLook.SLICE;
import static dev.hammer.core.issue.SampleLook.look;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Look;
import dev.hammer.core.whitelist.Whitelist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** One resource has one issue, whatever spelling of it was stored first. */
class SpellingsTest {
  private static final List<String> SPELLINGS = List.of("arn:jobs", "jobs", "old-host/jobs");
  private static final ResourceRef JOBS =
      ResourceRef.of("any", "arn:jobs", ACCOUNT, SLICE.region())
          .withAliases(List.of("jobs", "old-host/jobs"));

  /** What a look says of the resource. */
  enum Sight {
    VIOLATING,
    COMPLIANT,
    UNDECIDED,
    GONE;

    Look at(int minute) {
      SampleLook look = look(minute);
      return switch (this) {
        case VIOLATING -> violating(look).build();
        case COMPLIANT -> look.compliant(JOBS).build();
        case UNDECIDED -> look.undecided(JOBS).build();
        case GONE -> look.build();
      };
    }
  }

  /** What is stored, and what of it a look is merged into: the live ones and those asked for. */
  private static final class Memory {
    private final Map<IssueKey, Issue> issues = new TreeMap<>();

    void put(Issue issue) {
      issues.put(issue.key(), issue);
    }

    List<Change> take(Look look, int minute) {
      List<Issue> loaded = new ArrayList<>(live());
      Merge.keys(look, loaded).stream()
          .filter(issues::containsKey)
          .forEach(key -> loaded.add(issues.getOrDefault(key, issue().build())));
      List<Change> changes =
          new Merge(Whitelist.EMPTY, SampleIssue.at(minute)).merge(look, loaded).changes();
      changes.forEach(change -> put(change.after()));
      return changes;
    }

    List<Issue> live() {
      return issues.values().stream()
          .filter(issue -> issue.status().isLive() && issue.slice().equals(SLICE))
          .toList();
    }

    Set<String> ids() {
      return issues.keySet().stream().map(IssueKey::issueId).collect(Collectors.toSet());
    }
  }

  @Property(tries = 500)
  void whateverWasStoredFirstStaysTheOnlyOne(
      @ForAll("spellings") String first,
      @ForAll Status status,
      @ForAll @Size(min = 1, max = 8) List<Sight> sights) {
    Memory memory = new Memory();
    memory.put(stored(first, status));
    int minute = 10;
    for (Sight sight : sights) {
      memory.take(sight.at(minute), minute);
      assertThat(memory.ids()).containsExactly(first);
      switch (sight) {
        case VIOLATING -> assertThat(memory.live()).hasSize(1);
        case COMPLIANT, GONE -> assertThat(memory.live()).isEmpty();
        case UNDECIDED -> {}
      }
      minute += 10;
    }
  }

  @Property(tries = 500)
  void ofSeveralThatAreStoredOneStaysLive(
      @ForAll @Size(3) List<Status> statuses, @ForAll @Size(min = 1, max = 8) List<Sight> sights) {
    Memory memory = new Memory();
    for (int i = 0; i < SPELLINGS.size(); i++) {
      memory.put(stored(SPELLINGS.get(i), statuses.get(i)));
    }
    int minute = 10;
    for (Sight sight : sights) {
      int before = memory.live().size();
      memory.take(sight.at(minute), minute);
      switch (sight) {
        case VIOLATING -> assertThat(memory.live()).hasSize(1);
        case COMPLIANT, GONE -> assertThat(memory.live()).isEmpty();
        case UNDECIDED -> assertThat(memory.live()).hasSize(before);
      }
      assertThat(memory.ids()).containsExactlyInAnyOrderElementsOf(SPELLINGS);
      minute += 10;
      assertThat(memory.take(sight.at(minute), minute)).isEmpty();
      minute += 10;
    }
  }

  @Test
  void anOlderLookEndsNoDouble() {
    Memory memory = new Memory();
    memory.put(stored("arn:jobs", Status.OPEN));
    memory.put(
        issue()
            .resource(ResourceRef.of("any", "jobs", ACCOUNT, SLICE.region()))
            .observedAt(at(60))
            .build());

    memory.take(Sight.VIOLATING.at(30), 30);

    assertThat(memory.live()).hasSize(2);
  }

  @Test
  void aNameInAnotherRegionIsAnotherResource() {
    Memory memory = new Memory();
    Issue elsewhere =
        issue().resource(ResourceRef.of("any", "jobs", ACCOUNT, Region.of("us-east-1"))).build();
    memory.put(elsewhere);

    memory.take(Sight.VIOLATING.at(10), 10);

    assertThat(memory.issues.get(elsewhere.key())).isEqualTo(elsewhere);
    assertThat(memory.ids()).containsExactlyInAnyOrder("jobs", "arn:jobs");
  }

  @Test
  void whatIsLiveIsNotLoadedAgain() {
    assertThat(Merge.keys(Sight.VIOLATING.at(10), List.of(stored("jobs", Status.OPEN)))).isEmpty();
    assertThat(Merge.keys(Sight.VIOLATING.at(10), List.of()))
        .extracting(IssueKey::issueId)
        .containsExactlyInAnyOrderElementsOf(SPELLINGS);
  }

  private static SampleLook violating(SampleLook look) {
    return look.violating(JOBS, SampleLook.verdict(Severity.HIGH, SampleLook.port(22)), Tags.NONE);
  }

  private static Issue stored(String id, Status status) {
    return issue()
        .resource(ResourceRef.of("any", id, ACCOUNT, SLICE.region()))
        .status(status)
        .observedAt(at(1))
        .build();
  }

  @Provide
  Arbitrary<String> spellings() {
    return Arbitraries.of(SPELLINGS);
  }
}
