package dev.hammer.checks.cloudtrail;

import static dev.hammer.checks.cloudtrail.Trails.failing;
import static dev.hammer.checks.cloudtrail.Trails.region;
import static dev.hammer.checks.cloudtrail.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnrecordedRegionTest {
  private final CheckTester<RegionTrails> check = CheckTester.of(UnrecordedRegion.TYPE);

  @Test
  void aSoundTrailIsEnough() {
    check
        .judging(region(trail("main")))
        .isCompliant("recorded by trail main")
        .reading("status main", "selectors main", "tags");
    check.judging(region(trail("main").from(Trails.ELSEWHERE))).isCompliant();
    check.judging(region(trail("local").ofOneRegion(Trails.HERE))).isCompliant();
  }

  @Test
  void whatIsWrongWithOthersDoesNotMatterBesideASoundTrail() {
    check
        .judging(
            region(
                trail("a").stopped(),
                trail("b").recordingOnlyChanges(),
                trail("c").bucket(failing("NoSuchBucket")),
                trail("sound")))
        .isCompliant("trail sound");
  }

  @Test
  void noTrailIsHigh() {
    check
        .judging(region())
        .violates(Severity.HIGH)
        .saying("no trail covers the region")
        .withDetail("region", "eu-west-1")
        .withDetail("disabled", Value.of(true))
        .withDetail("delivery_errors", Value.of(false))
        .withDetail("trails", Value.items(List.of()));
  }

  @Test
  void aTrailOfAnotherRegionDoesNotCoverThisOneAndIsNotRead() {
    check
        .judging(region(trail("there").ofOneRegion(Trails.ELSEWHERE)))
        .violates(Severity.HIGH)
        .saying("no trail covers the region")
        .reading("tags");
  }

  @Test
  void aStoppedTrailIsHigh() {
    check
        .judging(region(trail("main").stopped()))
        .violates(Severity.HIGH)
        .saying("trail main is stopped")
        .withDetail("disabled", Value.of(true))
        .withDetail("events_left_out", Value.of(false));
  }

  @Test
  void aTrailThatCannotReachItsBucketIsHigh() {
    check
        .judging(region(trail("main").bucket(failing("NoSuchBucket"))))
        .violates(Severity.HIGH)
        .saying("trail main cannot deliver to its bucket (NoSuchBucket)")
        .withDetail("disabled", Value.of(false))
        .withDetail("delivery_errors", Value.of(true));
  }

  @Test
  void whatStillReachesTheBucketIsMedium() {
    check
        .judging(region(trail("main").logGroup(failing("AccessDenied"))))
        .violates(Severity.MEDIUM)
        .saying("trail main cannot deliver to its log group (AccessDenied)")
        .withDetail("delivery_errors", Value.of(true));
  }

  @Test
  void aTrailOfOnlyChangesIsMedium() {
    check
        .judging(region(trail("main").recordingOnlyChanges()))
        .violates(Severity.MEDIUM)
        .saying("trail main records only changes of the management events")
        .withDetail("disabled", Value.of(false))
        .withDetail("events_left_out", Value.of(true));
  }

  @Test
  void aTrailOfOnlyReadsIsHigh() {
    check
        .judging(region(trail("main").recording(new EventSelector("ReadOnly", true, false, false))))
        .violates(Severity.HIGH)
        .saying("trail main records only reads of the management events");
  }

  @Test
  void aStoppedTrailOfChangesKeepsNothing() {
    check.judging(region(trail("main").recordingOnlyChanges().stopped())).violates(Severity.HIGH);
  }

  @Test
  void theDetailsHaveEveryTrailSortedByArnInThePredecessorsWords() {
    Value trails =
        check
            .judging(region(trail("b").bucket(failing("NoSuchBucket")), trail("a").stopped()))
            .violation()
            .details()
            .get("trails")
            .orElseThrow();

    assertThat(((Value.Items) trails).items())
        .extracting(item -> (Value.Fields) item)
        .extracting(item -> item.text("id").orElseThrow())
        .containsExactly(trail("a").arn(), trail("b").arn());
    Value.Fields second = (Value.Fields) ((Value.Items) trails).items().get(1);
    assertThat(second.get("enabled")).contains(Value.of(true));
    assertThat(second.get("multi_region")).contains(Value.of(true));
    assertThat(second.text("selectors")).contains("All");
    assertThat(second.get("errors"))
        .contains(
            Value.fields()
                .put(
                    "s3",
                    Value.fields().put("resource", "logs").put("error", "NoSuchBucket").build())
                .build());
  }

  @Test
  void theSummaryNamesThreeTrailsAtMost() {
    Trails[] five = {
      trail("a").stopped(),
      trail("b").stopped(),
      trail("c").stopped(),
      trail("d").stopped(),
      trail("e").stopped()
    };

    check
        .judging(region(five))
        .saying("trail a is stopped; trail b is stopped; trail c is stopped; and 2 more");
  }

  @Test
  void eachFacetDeniedInTurn() {
    check.deniedTable(
        facets -> region(facets, trail("main")),
        Map.of("status main", "unknown", "selectors main", "unknown", "tags", "compliant"));
    check.deniedTable(
        facets -> region(facets, trail("main").recordingOnlyChanges()),
        Map.of("status main", "high", "selectors main", "unknown", "tags", "medium"));
    check.deniedTable(
        facets -> region(facets, trail("main").stopped()),
        Map.of("status main", "unknown", "selectors main", "high", "tags", "high"));
    check.deniedTable(
        facets -> region(facets, trail("a").stopped(), trail("b").stopped()),
        Map.of(
            "status a", "unknown",
            "status b", "unknown",
            "selectors a", "high",
            "selectors b", "high",
            "tags", "high"));
  }

  @Test
  void whatProvesAFaultNeedsNoMoreAndSaysWhatItDidWithout() {
    check
        .judging(region(Facets.refusing("selectors main"), trail("main").stopped()))
        .violates(Severity.HIGH)
        .without(CloudTrailCalls.SELECTORS);
    check
        .judging(region(Facets.refusing("status main"), trail("main").recordingOnlyChanges()))
        .violates(Severity.HIGH)
        .without(CloudTrailCalls.STATUS);
  }

  @Test
  void anUnreadableTrailIsUnknownOnlyIfNoOtherIsSound() {
    Facets facets = Facets.refusing("status organization");
    Trails unread = trail("organization").from(Trails.ELSEWHERE);

    check
        .judging(region(facets, trail("a").stopped(), unread))
        .isUnknown(ReadFailure.Kind.DENIED, CloudTrailCalls.STATUS);
    assertThat(judge(region(facets, unread, trail("sound"))))
        .isEqualTo(Verdict.compliant("recorded by trail sound"));
  }

  /** Without the tester, which expects that what was asked for and denied had a say. */
  private static Verdict judge(RegionTrails region) {
    return UnrecordedRegion.TYPE.make(CheckContext.DEFAULTS).judge(region);
  }

  @Test
  void anOldErrorDoesNotOutliveItsCause() {
    Delivery recovered =
        new Delivery(
            Optional.of("NoSuchBucket"),
            Optional.empty(),
            Optional.of(Trails.ago(Duration.ofMinutes(1))));

    check.judging(region(trail("main").bucket(recovered))).isCompliant();
  }
}
