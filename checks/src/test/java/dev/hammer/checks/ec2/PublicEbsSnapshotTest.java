package dev.hammer.checks.ec2;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicEbsSnapshotTest {
  private static final List<String> PARTNERS = List.of("222222222222");

  private final CheckTester<EbsSnapshot> check = CheckTester.of(PublicEbsSnapshot.TYPE);

  @Test
  void oneSharedWithAccountsIsCompliantAndCostsOneCall() {
    check
        .judging(snapshot(Facets.readable(), false, "unblocked"))
        .isCompliant()
        .reading("permissions", "tags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unblocked", "block-new-sharing"})
  void aPublicOneIsCritical(String block) {
    check
        .judging(snapshot(Facets.readable(), true, block))
        .violates(Severity.CRITICAL)
        .saying("every AWS account may restore it")
        .withDetail("region", "eu-west-1")
        .withDetail("volume_id", "vol-1")
        .withDetail("accounts", Value.texts(PARTNERS))
        .without();
  }

  @Test
  void oneThatTheRegionHidesIsLatent() {
    check
        .judging(snapshot(Facets.readable(), true, "block-all-sharing"))
        .isLatent(Severity.MEDIUM)
        .because("block-all-sharing");
  }

  @Test
  void eachFacetDenied() {
    check.deniedTable(
        facets -> snapshot(facets, true, "block-all-sharing"),
        Map.of("permissions", "unknown", "sharing_block", "critical", "tags", "medium latent"));
  }

  @Test
  void whatMitigatesAndCouldNotBeReadIsNamed() {
    check
        .judging(snapshot(Facets.refusing("sharing_block"), true, "block-all-sharing"))
        .violates(Severity.CRITICAL)
        .without(EbsSnapshotReader.BLOCK);
  }

  private static EbsSnapshot snapshot(Facets facets, boolean isPublic, String block) {
    return new EbsSnapshot(
        ResourceRef.of(
            EbsSnapshot.RESOURCE_TYPE, "snap-1", TestScope.ACCOUNT, Region.of("eu-west-1")),
        TestScope.NOW,
        new EbsSnapshot.Listed(
            Optional.of("vol-1"),
            Optional.of(TestScope.NOW),
            false,
            Facet.known("tags", Tags.NONE, Tags::toValue)),
        facets.of(
            "permissions",
            List.of(EbsSnapshotReader.ATTRIBUTE),
            new RestorePermissions(isPublic, PARTNERS),
            RestorePermissions::toValue),
        facets.of(
            "sharing_block",
            List.of(EbsSnapshotReader.BLOCK),
            new SharingBlock(block, Optional.empty()),
            SharingBlock::toValue));
  }
}
