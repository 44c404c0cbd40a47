package dev.hammer.core.issue;

import static dev.hammer.core.issue.SampleIssue.at;
import static dev.hammer.core.issue.SampleLook.group;
import static dev.hammer.core.issue.SampleLook.look;
import static dev.hammer.core.issue.SampleLook.port;
import static dev.hammer.core.issue.SampleLook.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Merges random looks at random worlds, in any order, and asks what must hold after each. */
class MergePropertiesTest {
  private static final List<String> IDS = List.of("a", "b", "c", "d");
  private static final Whitelist ACCEPTING_D =
      new Whitelist(
          List.of(
              new WhitelistEntry(
                  "w-1",
                  WhitelistScope.of("*", "*", "d"),
                  "known",
                  "lea",
                  Optional.empty(),
                  at(0),
                  Optional.empty(),
                  WhitelistEntry.STORE)));

  /** What is true of a resource at one moment. */
  enum Truth {
    GONE,
    COMPLIANT,
    HIGH,
    CRITICAL;

    boolean isFault() {
      return this == HIGH || this == CRITICAL;
    }
  }

  /** What a look can see of the world. */
  enum Sight {
    CLEAR,
    BROKEN,
    PARENT_P_MISSING
  }

  /**
   * A look at the world as it was in its minute.
   *
   * @param unread the resources whose verdict is unknown
   */
  record Glance(
      int minute, List<Truth> world, Sight sight, List<Boolean> unread, boolean reporterCloses) {
    Look look() {
      SampleLook look = SampleLook.look(minute);
      switch (sight) {
        case CLEAR -> {}
        case BROKEN -> look.broken();
        case PARENT_P_MISSING -> look.withoutChildrenOf("p");
      }
      for (int i = 0; i < IDS.size(); i++) {
        see(look, IDS.get(i), world.get(i), unread.get(i));
      }
      return look.build();
    }

    private void see(SampleLook look, String id, Truth truth, boolean unread) {
      if (truth == Truth.GONE || (sight == Sight.PARENT_P_MISSING && isBelowP(id))) {
        return;
      }
      if (unread) {
        look.undecided(id);
        return;
      }
      switch (truth) {
        case GONE -> {}
        case COMPLIANT -> look.compliant(id);
        case HIGH -> violate(look, id, Severity.HIGH);
        case CRITICAL -> violate(look, id, Severity.CRITICAL);
      }
    }

    private static void violate(SampleLook look, String id, Severity severity) {
      look.violating(resource(id), verdict(severity, port(22)), Tags.NONE);
    }

    private Glance clear() {
      return new Glance(minute, world, Sight.CLEAR, Collections.nCopies(4, false), reporterCloses);
    }
  }

  private static boolean isBelowP(String id) {
    return id.equals("a") || id.equals("b");
  }

  private static ResourceRef resource(String id) {
    return isBelowP(id) ? group(id).withParent("p") : group(id);
  }

  /** Remembers as a store does: a look of a slice is refused once a later one is stored. */
  private static final class Memory {
    private final Map<String, Issue> issues = new TreeMap<>();
    private Instant latest = Instant.MIN;
    private int clock = 1_000;

    List<Change> take(Look look) {
      if (look.began().isBefore(latest)) {
        return List.of();
      }
      latest = look.began();
      Merged merged = new Merge(ACCEPTING_D, at(clock++)).merge(look, issues.values());
      merged.changes().forEach(this::write);
      return merged.changes();
    }

    private void write(Change change) {
      String id = change.after().key().issueId();
      assertThat(change.before()).isEqualTo(Optional.ofNullable(issues.get(id)));
      issues.put(id, change.after());
    }

    void closeWhatIsResolved() {
      issues.replaceAll(
          (_, issue) ->
              issue.status() == Status.RESOLVED
                  ? new IssueEdit(issue).status(Status.CLOSED, Optional.empty()).done()
                  : issue);
    }

    Map<String, Issue> copy() {
      return new HashMap<>(issues);
    }
  }

  @Property(tries = 300)
  void everyChangeIsAllowed(@ForAll("glances") List<Glance> glances) {
    Memory memory = new Memory();
    for (Glance glance : glances) {
      Look look = glance.look();
      List<Change> changes = memory.take(look);
      changes.forEach(change -> assertAllowed(glance, look, change));
      assertThat(changes).extracting(change -> change.after().key()).doesNotHaveDuplicates();
      if (glance.reporterCloses()) {
        memory.closeWhatIsResolved();
      }
    }
  }

  private static void assertAllowed(Glance glance, Look look, Change change) {
    String id = change.after().key().issueId();
    Truth truth = glance.world().get(IDS.indexOf(id));
    assertThat(undecided(look)).doesNotContain(id);
    if (change.after().status() == Status.RESOLVED) {
      assertThat(truth.isFault()).as("resolved %s that is %s", id, truth).isFalse();
    } else {
      assertThat(truth.isFault()).as("stored %s that is %s", id, truth).isTrue();
    }
    change.before().ifPresent(before -> assertFollows(before, change));
    boolean newLife = change.before().filter(b -> b.status() != Status.CLOSED).isEmpty();
    assertThat(change.after().timestamps().identified())
        .isEqualTo(
            newLife
                ? change.after().eventAt()
                : change.before().orElseThrow().timestamps().identified());
    assertThat(change.entry()).isPresent();
  }

  private static void assertFollows(Issue before, Change change) {
    Issue after = change.after();
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.observedAt()).isAfterOrEqualTo(before.observedAt());
    boolean reborn = before.status() == Status.CLOSED && after.status() == Status.OPEN;
    assertThat(after.life()).isEqualTo(before.life() + (reborn ? 1 : 0));
    assertThat(before.status() == Status.CLOSED).isEqualTo(reborn);
  }

  private static List<String> undecided(Look look) {
    return look.undecided().stream().map(Undecided::ref).map(ResourceRef::id).toList();
  }

  @Property(tries = 300)
  void mergingALookAgainChangesNothing(@ForAll("glances") List<Glance> glances) {
    Memory memory = new Memory();
    for (Glance glance : glances) {
      memory.take(glance.look());
      assertThat(memory.take(glance.look())).isEmpty();
    }
  }

  @Property(tries = 300)
  void whatIsUnreadStaysAsItWas(@ForAll("glances") List<Glance> glances) {
    Memory memory = new Memory();
    for (Glance glance : glances) {
      Map<String, Issue> before = memory.copy();
      Look look = glance.look();
      memory.take(look);
      for (String id : IDS) {
        boolean unread =
            undecided(look).contains(id)
                || (glance.sight() == Sight.BROKEN && !wasSeen(look, id))
                || (glance.sight() == Sight.PARENT_P_MISSING && isBelowP(id));
        if (unread) {
          assertThat(memory.copy().get(id)).isEqualTo(before.get(id));
        }
      }
    }
  }

  private static boolean wasSeen(Look look, String id) {
    return look.compliant().containsKey(id)
        || look.violations().stream().anyMatch(judged -> judged.ref().id().equals(id));
  }

  @Property(tries = 300)
  void theLatestLookWinsWhateverOrderTheyArriveIn(
      @ForAll("glances") List<Glance> glances, @ForAll Random random) {
    List<Glance> clear = new ArrayList<>(glances.stream().map(Glance::clear).toList());
    Glance last = clear.getLast();
    Collections.shuffle(clear, random);

    Memory memory = new Memory();
    clear.forEach(glance -> memory.take(glance.look()));

    for (int i = 0; i < IDS.size(); i++) {
      assertThat(statusOf(memory.copy().get(IDS.get(i))))
          .isEqualTo(expected(IDS.get(i), last.world().get(i)));
    }
  }

  /** Absent and resolved are the same here: no fault is known. */
  private static Status statusOf(@Nullable Issue issue) {
    return issue == null ? Status.RESOLVED : issue.status();
  }

  private static Status expected(String id, Truth truth) {
    if (!truth.isFault()) {
      return Status.RESOLVED;
    }
    return id.equals("d") ? Status.WHITELISTED : Status.OPEN;
  }

  /** Looks at single resources are in no order of slices: the time of reading alone decides. */
  @Property(tries = 300)
  void anOlderLookAtOneResourceNeverHidesWhatANewerOneStored(
      @ForAll("glances") List<Glance> glances, @ForAll Random random) {
    Truth last = glances.getLast().world().getFirst();
    List<Glance> shuffled = new ArrayList<>(glances);
    Collections.shuffle(shuffled, random);

    Map<String, Issue> issues = new TreeMap<>();
    for (Glance glance : shuffled) {
      SampleLook look = look(glance.minute()).only("a");
      glance.clear().see(look, "a", glance.world().getFirst(), false);
      new Merge(Whitelist.EMPTY, at(2_000))
          .merge(look.build(), issues.values())
          .changes()
          .forEach(change -> issues.put("a", change.after()));
    }

    Issue stored = issues.get("a");
    if (stored != null && stored.observedAt().equals(at(glances.getLast().minute()))) {
      assertThat(statusOf(stored)).isEqualTo(expected("a", last));
    } else {
      assertThat(last.isFault()).isFalse();
    }
  }

  @Provide
  Arbitrary<List<Glance>> glances() {
    return Combinators.combine(
            Arbitraries.of(Truth.class).list().ofSize(IDS.size()),
            Arbitraries.of(Sight.class),
            Arbitraries.of(true, false, false).list().ofSize(IDS.size()),
            Arbitraries.of(true, false))
        .as((world, sight, unread, closes) -> new Glance(0, world, sight, unread, closes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(MergePropertiesTest::inOrder);
  }

  private static List<Glance> inOrder(List<Glance> glances) {
    List<Glance> ordered = new ArrayList<>();
    for (Glance g : glances) {
      ordered.add(
          new Glance(
              10 * (ordered.size() + 1), g.world(), g.sight(), g.unread(), g.reporterCloses()));
    }
    return ordered;
  }
}
