package dev.hammer.checks.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Tag;

class EbsSnapshotReaderTest {
  private final FakeEc2 ec2 = new FakeEc2();
  private final EbsSnapshotReader filtered = reader(Set.of(ListFilter.PUBLIC));
  private final EbsSnapshotReader whole = reader(Set.of());
  private final CheckTester<EbsSnapshot> check = CheckTester.of(PublicEbsSnapshot.TYPE);

  @BeforeEach
  void threePublicAndTwoPrivate() {
    for (int i = 1; i <= 5; i++) {
      ec2.snapshots.add(
          Snapshot.builder()
              .snapshotId("snap-" + i)
              .volumeId("vol-" + i)
              .startTime(TestScope.NOW)
              .tags(Tag.builder().key("Name").value("backup " + i).build())
              .build());
    }
    CreateVolumePermission all = CreateVolumePermission.builder().group("all").build();
    CreateVolumePermission partner =
        CreateVolumePermission.builder().userId("222222222222").build();
    ec2.permissions.put("snap-1", List.of(all));
    ec2.permissions.put("snap-2", List.of(partner));
    ec2.permissions.put("snap-3", List.of(all, partner));
    ec2.permissions.put("snap-5", List.of(all));
  }

  @Test
  void withTheFilterOnlyPublicOnesAreReadAndAbsenceSaysSo() {
    assertThat(list(filtered))
        .extracting(it -> it.ref().id())
        .containsExactly("snap-1", "snap-3", "snap-5");
    assertThat(filtered.absence()).isEqualTo(Absence.NO_LONGER_OFFENDING);
    assertThat(ec2.calls(EbsSnapshotReader.LIST)).isEqualTo(2);
  }

  @Test
  void withoutItAllAreReadAndTheAttributeDecides() {
    assertThat(list(whole))
        .extracting(it -> check.judging(it).inWords())
        .containsExactly("critical", "compliant", "critical", "compliant", "critical");
    assertThat(whole.absence()).isEqualTo(Absence.GONE);
  }

  @Test
  void theAttributeIsAskedPerSnapshotAndTheBlockOncePerRegion() {
    list(filtered).forEach(it -> check.judging(it).violates(Severity.CRITICAL));
    assertThat(ec2.calls(EbsSnapshotReader.ATTRIBUTE)).isEqualTo(3);
    assertThat(ec2.calls(EbsSnapshotReader.BLOCK)).isEqualTo(1);
  }

  @Test
  void nothingMoreIsAskedWhereNothingIsPublic() {
    ec2.permissions.clear();
    assertThat(list(filtered)).isEmpty();
    assertThat(ec2.calls).hasSize(1);
  }

  @Test
  void theBlockOfTheRegionIsSeen() {
    ec2.snapshotBlock = "block-all-sharing";
    check.judging(list(filtered).getFirst()).isLatent(Severity.MEDIUM);
  }

  @Test
  void aSnapshotKnowsItsNamesAndWhoElseMayRestoreIt() {
    EbsSnapshot snapshot = list(filtered).get(1);
    assertThat(snapshot.ref().name()).contains("backup 3");
    assertThat(snapshot.ref().arn()).contains("arn:aws:ec2:eu-west-1::snapshot/snap-3");
    assertThat(snapshot.volumeId()).contains("vol-3");
    assertThat(snapshot.permissions().get())
        .isEqualTo(new RestorePermissions(true, List.of("222222222222")));
  }

  @Test
  void oneIsFoundWhoeverMayRestoreIt() {
    assertThat(filtered.find("snap-2")).isPresent();
    assertThat(filtered.find("arn:aws:ec2:eu-west-1::snapshot/snap-1")).isPresent();
    assertThat(filtered.find("snap-9")).isEmpty();
    assertThat(filtered.find("backup 1")).isEmpty();
  }

  @Test
  void aDeniedListingIsNoEmptyListing() {
    ec2.denying(EbsSnapshotReader.LIST);
    assertThatThrownBy(() -> list(filtered)).isInstanceOf(UnreadableException.class);
  }

  private EbsSnapshotReader reader(Set<ListFilter> filters) {
    return new EbsSnapshotReader(TestScope.in("eu-west-1"), ec2, filters);
  }

  private static List<EbsSnapshot> list(EbsSnapshotReader reader) {
    List<EbsSnapshot> found = new ArrayList<>();
    assertThat(reader.list(found::add)).isEqualTo(new ListingEnd.Complete());
    return found;
  }
}
