package dev.hammer.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RequestMinimumTest {
  private static final Place EMPTY =
      new Place(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  @Test
  void anAccountWithoutRegionsIsAskedForItsIdentityRegionsBucketsAndUsers() {
    assertThat(minimum(List.of(), List.of(), Map.of()).byCall())
        .containsExactly(
            entry("ec2:DescribeRegions", 1),
            entry("iam:ListUsers", 1),
            entry("s3:ListBuckets", 1),
            entry("sts:GetCallerIdentity", 1));
  }

  @Test
  void anEmptyRegionCostsOnePageOfEachListAndItsTrails() {
    assertThat(minimum(List.of(), List.of(), Map.of("eu-west-1", EMPTY)).total()).isEqualTo(4 + 10);
  }

  @Test
  void aSoundBucketCostsThree() {
    assertThat(buckets(BucketKind.SOUND).total() - buckets().total()).isEqualTo(3);
  }

  @Test
  void aPublicGrantCostsTwoMoreTheTagsAndTheAccountsBlockOnce() {
    assertThat(buckets(BucketKind.LISTED_BY_ALL).total() - buckets(BucketKind.SOUND).total())
        .isEqualTo(2 + 1 + 1);
    assertThat(
            buckets(BucketKind.LISTED_BY_ALL, BucketKind.WRITTEN_BY_ALL).total()
                - buckets(BucketKind.LISTED_BY_ALL, BucketKind.SOUND).total())
        .isEqualTo(2 + 1);
  }

  @Test
  void aPublicPolicyCostsOneMoreTheTagsAndTheAccountsBlock() {
    assertThat(buckets(BucketKind.READ_BY_ALL).total() - buckets(BucketKind.SOUND).total())
        .isEqualTo(1 + 1 + 1);
  }

  @Test
  void aBucketWithoutEncryptionCostsItsTags() {
    assertThat(buckets(BucketKind.UNENCRYPTED).total() - buckets(BucketKind.SOUND).total())
        .isEqualTo(1);
  }

  @Test
  void aUserCostsOneAndEachKeyPastTheLimitOneMore() {
    assertThat(user().total()).isEqualTo(4 + 1);
    assertThat(user(KeyPlan.used(45, 0)).total()).isEqualTo(4 + 1);
    assertThat(user(KeyPlan.used(46, 0)).total()).isEqualTo(4 + 1 + 1);
    assertThat(user(KeyPlan.switchedOff(400)).total()).isEqualTo(4 + 1);
  }

  @Test
  void aReportedUserCostsTheTagsOnceForAllKeys() {
    assertThat(user(KeyPlan.neverUsed(46), KeyPlan.used(100, 99)).total()).isEqualTo(4 + 1 + 2 + 1);
  }

  @Test
  void oneOffendingGroupOrManyCostOneSweepOfInterfaces() {
    assertThat(groups(GroupKind.WEB).byCall()).doesNotContainKey("ec2:DescribeNetworkInterfaces");
    assertThat(groups(GroupKind.SSH_FROM_ALL, GroupKind.EVERYTHING_FROM_ALL).byCall())
        .containsEntry("ec2:DescribeNetworkInterfaces", 1);
  }

  @Test
  void aPrefixListIsReadOnceForAllGroups() {
    assertThat(groups(GroupKind.FROM_OFFICES, GroupKind.FROM_OFFICES).byCall())
        .containsEntry("ec2:GetManagedPrefixListEntries", 1);
    assertThat(groups(GroupKind.FROM_OFFICES, GroupKind.DESKTOP_FROM_A_LIST_OF_ALL).byCall())
        .containsEntry("ec2:GetManagedPrefixListEntries", 2);
  }

  @Test
  void aQueueCostsOneAndAReportedOneItsTags() {
    assertThat(
            place(
                    new Place(
                        List.of(),
                        List.of(QueueKind.FROM_A_TOPIC, QueueKind.FROM_ALL),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .total())
        .isEqualTo(14 + 2 + 1);
  }

  @Test
  void onlyPublicSnapshotsOfVolumesAreAskedAgain() {
    assertThat(
            place(
                    new Place(
                        List.of(),
                        List.of(),
                        List.of(DiskKind.ENCRYPTED, DiskKind.PLAIN),
                        List.of(Sharing.OURS, Sharing.WITH_ONE_ACCOUNT, Sharing.WITH_ALL),
                        List.of(Sharing.OURS, Sharing.WITH_ALL),
                        List.of(),
                        List.of()))
                .total())
        .isEqualTo(14 + 1);
  }

  @Test
  void onlySnapshotsOfPlainDatabasesAreAskedWhoMayRestoreThem() {
    assertThat(
            place(
                    new Place(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                            DatabaseKind.ENCRYPTED,
                            DatabaseKind.PLAIN,
                            DatabaseKind.PLAIN_CLUSTER_WITH_PUBLIC_SNAPSHOT),
                        List.of()))
                .byCall())
        .containsEntry("rds:DescribeDBSnapshotAttributes", 1)
        .containsEntry("rds:DescribeDBClusterSnapshotAttributes", 1);
  }

  @Test
  void aTrailCostsTwo() {
    assertThat(
            place(
                    new Place(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(TrailKind.STOPPED, TrailKind.ALL_OF_ITS_REGION)))
                .total())
        .isEqualTo(14 + 2 * 2);
  }

  @Test
  void aListCostsOneRequestForEachPageThatAwsGives() {
    assertThat(groups(Collections.nCopies(1000, GroupKind.WEB)).total()).isEqualTo(14);
    assertThat(groups(Collections.nCopies(1001, GroupKind.WEB)).total()).isEqualTo(14 + 1);
  }

  private static RequestMinimum buckets(BucketKind... kinds) {
    return minimum(List.of(kinds), List.of(), Map.of());
  }

  private static RequestMinimum user(KeyPlan... keys) {
    return minimum(List.of(), List.of(new UserPlan("anna", List.of(keys))), Map.of());
  }

  private static RequestMinimum groups(GroupKind... kinds) {
    return groups(List.of(kinds));
  }

  private static RequestMinimum groups(List<GroupKind> kinds) {
    return place(
        new Place(kinds, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  private static RequestMinimum place(Place place) {
    return minimum(List.of(), List.of(), Map.of("eu-west-1", place));
  }

  private static RequestMinimum minimum(
      List<BucketKind> buckets, List<UserPlan> users, Map<String, Place> places) {
    return RequestMinimum.of(new Estate(buckets, users, new TreeMap<>(places)));
  }
}
