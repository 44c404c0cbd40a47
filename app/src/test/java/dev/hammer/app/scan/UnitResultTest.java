package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Merge;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.testing.store.IssueBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitResultTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Unit UNIT = new Unit(IssueBuilder.ACCOUNT, Region.GLOBAL, "s3");
  private static final ReadFailure DENIED =
      ReadFailure.of(SeenBuckets.LIST, ReadFailure.Kind.DENIED, "denied");

  @Test
  void changesAreCountedBySeverity() {
    UnitResult result =
        digest(
            SeenBuckets.at(NOW)
                .violating("new", Severity.CRITICAL)
                .violating("back", Severity.LOW)
                .violating("other", Severity.LOW)
                .compliant("mended"),
            issue("back").resolved(YESTERDAY).build(),
            issue("other").severity(Severity.CRITICAL).build(),
            issue("mended").severity(Severity.HIGH).build());

    assertThat(result.counts())
        .isEqualTo(
            Map.of(
                Severity.CRITICAL, new Count(0, 1, 0, 0),
                Severity.HIGH, new Count(0, 0, 0, 1),
                Severity.LOW, new Count(0, 0, 1, 0)));
    assertThat(result.changed()).isEqualTo(1);
    assertThat(result.fresh()).isEqualTo(2);
    assertThat(result.news()).extracting(i -> i.resource().id()).containsExactly("new", "back");
  }

  @Test
  void unchangedIssueIsNoNewsThoughItWasOnceFound() {
    SeenBuckets seen = SeenBuckets.at(NOW).violating("logs").only("logs");
    Issue known = digest(seen).news().getFirst();
    SeenBuckets again = SeenBuckets.at(NOW.plusSeconds(9)).violating("logs").only("logs");

    UnitResult result = digest(again, known);

    assertThat(result.fresh()).isZero();
    assertThat(result.news()).isEmpty();
  }

  @Test
  void issueThatIsAcceptedFromTheStartIsNoNews() {
    WhitelistEntry accepted =
        new WhitelistEntry(
            "w-00000001",
            WhitelistScope.of("*", "*", "logs"),
            "public data",
            "lea",
            Optional.empty(),
            YESTERDAY,
            Optional.empty(),
            WhitelistEntry.STORE);
    Look look = SeenBuckets.at(NOW).violating("logs").look();
    Merged merged = new Merge(new Whitelist(List.of(accepted)), NOW).merge(look, List.of());

    UnitResult result = UnitResult.of(UNIT, List.of(merged));

    assertThat(result.news()).isEmpty();
    assertThat(result.fresh()).isZero();
  }

  @Test
  void resourceThatSeveralChecksJudgedCountsOnce() {
    UnitResult result =
        digest(
            List.of(
                SeenBuckets.at(NOW).violating("a").compliant("b").undecided("c").look(),
                SeenBuckets.at(NOW).by("s3_encryption").compliant("a").compliant("b").look()));

    assertThat(result.resources()).isEqualTo(3);
    assertThat(result.judged()).isEqualTo(4);
    assertThat(result.slices()).extracting(SliceState::unknown).containsExactly(1L, 0L);
  }

  @Test
  void unitIsAsGoodAsItsWorstSlice() {
    Look complete = SeenBuckets.at(NOW).look();
    Look partial = SeenBuckets.at(NOW).by("s3_encryption").undecided("a").look();
    Look broken =
        SeenBuckets.at(NOW).by("s3_bucket_policy").ending(new ListingEnd.Broken(DENIED)).look();

    assertThat(digest(List.of(complete)).outcome()).isEqualTo(SliceOutcome.COMPLETE);
    assertThat(digest(List.of(complete, partial)).outcome()).isEqualTo(SliceOutcome.PARTIAL);
    assertThat(digest(List.of(partial, broken)).outcome()).isEqualTo(SliceOutcome.FAILED);
  }

  @Test
  void brokenListingOfSeveralChecksIsOneGap() {
    ListingEnd broken = new ListingEnd.Broken(DENIED);
    UnitResult result =
        digest(
            List.of(
                SeenBuckets.at(NOW).ending(broken).look(),
                SeenBuckets.at(NOW).by("s3_encryption").ending(broken).look()));

    assertThat(result.gaps()).containsExactly(new NotCovered(UNIT, true, DENIED));
  }

  @Test
  void parentsAndVerdictsThatLackTheSamePermissionAreOneGapEach() {
    ListingEnd partial =
        ListingEnd.of(
            List.of(new ListingEnd.Gap("lea", DENIED), new ListingEnd.Gap("max", DENIED)));

    UnitResult result =
        digest(SeenBuckets.at(NOW).ending(partial).undecided("a").undecided("b").undecided("c"));

    assertThat(result.gaps())
        .hasSize(2)
        .noneMatch(NotCovered::whole)
        .allMatch(gap -> gap.why().requestId().isEmpty())
        .extracting(gap -> gap.why().call())
        .containsExactly(SeenBuckets.LIST, SeenBuckets.GET_ACL);
  }

  @Test
  void digestStaysSmallHoweverMuchWasSeen() {
    SeenBuckets seen = SeenBuckets.at(NOW);
    IntStream.range(0, 3000).mapToObj("bucket-%04d"::formatted).forEach(seen::violating);
    seen.violating("worst", Severity.CRITICAL);

    UnitResult result = digest(seen);

    assertThat(result.news()).hasSize(ScanReport.NEWS_KEPT);
    assertThat(result.news().getFirst().resource().id()).isEqualTo("worst");
    assertThat(result.fresh()).isEqualTo(3001);
    assertThat(result.slices()).allMatch(slice -> slice.unconfirmed().isEmpty());
  }

  private static IssueBuilder issue(String id) {
    return IssueBuilder.issue(id).observedAt(YESTERDAY);
  }

  private static UnitResult digest(SeenBuckets seen, Issue... stored) {
    Merge merge = new Merge(Whitelist.EMPTY, NOW);
    return UnitResult.of(UNIT, List.of(merge.merge(seen.look(), List.of(stored))));
  }

  private static UnitResult digest(List<Look> looks) {
    Merge merge = new Merge(Whitelist.EMPTY, NOW);
    Stream<Merged> merged = looks.stream().map(look -> merge.merge(look, List.of()));
    return UnitResult.of(UNIT, merged.toList());
  }
}
