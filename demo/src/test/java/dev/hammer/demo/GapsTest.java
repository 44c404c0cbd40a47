package dev.hammer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ImageBlockPublicAccessEnabledState;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.SnapshotBlockPublicAccessState;

/**
 * What the launcher adds to moto, each beside plain moto that still gets it wrong.
 *
 * <p>When an assertion about {@code plain} fails, moto has caught up: delete that gap.
 */
@Tag("moto")
class GapsTest {
  private static Emulator emulator;
  private static Emulator plainEmulator;
  private static Ec2Client filled;
  private static Ec2Client plain;

  @BeforeAll
  static void start() {
    var cache = CacheFolder.of(System.getenv());
    emulator = Emulator.start(cache, Progress.silent());
    plainEmulator = Emulator.withoutGaps(cache, Progress.silent());
    filled = client(emulator);
    plain = client(plainEmulator);
  }

  @AfterAll
  static void end() {
    filled.close();
    plain.close();
    emulator.close();
    plainEmulator.close();
  }

  private static Ec2Client client(Emulator emulator) {
    var key = AwsBasicCredentials.create("AKIAGAPSGAPSGAPSGAPS", "none");
    return Ec2Client.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(key))
        .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  @Test
  void snapshotBlockPublicAccessIsKept() {
    assertThat(filled.getSnapshotBlockPublicAccessState(_ -> {}).state())
        .isEqualTo(SnapshotBlockPublicAccessState.UNBLOCKED);
    filled.enableSnapshotBlockPublicAccess(
        it -> it.state(SnapshotBlockPublicAccessState.BLOCK_ALL_SHARING));
    assertThat(filled.getSnapshotBlockPublicAccessState(_ -> {}).state())
        .isEqualTo(SnapshotBlockPublicAccessState.BLOCK_ALL_SHARING);
    filled.disableSnapshotBlockPublicAccess(_ -> {});
    assertThat(filled.getSnapshotBlockPublicAccessState(_ -> {}).stateAsString())
        .isEqualTo("unblocked");

    assertThatThrownBy(() -> plain.getSnapshotBlockPublicAccessState(_ -> {}))
        .isInstanceOf(Ec2Exception.class);
  }

  @Test
  void imageBlockPublicAccessIsKept() {
    assertThat(filled.getImageBlockPublicAccessState(_ -> {}).imageBlockPublicAccessState())
        .isEqualTo("unblocked");
    filled.enableImageBlockPublicAccess(
        it -> it.imageBlockPublicAccessState(ImageBlockPublicAccessEnabledState.BLOCK_NEW_SHARING));
    assertThat(filled.getImageBlockPublicAccessState(_ -> {}).imageBlockPublicAccessState())
        .isEqualTo("block-new-sharing");
    filled.disableImageBlockPublicAccess(_ -> {});
    assertThat(filled.getImageBlockPublicAccessState(_ -> {}).imageBlockPublicAccessState())
        .isEqualTo("unblocked");

    assertThatThrownBy(() -> plain.getImageBlockPublicAccessState(_ -> {}))
        .isInstanceOf(Ec2Exception.class);
  }

  @Test
  void defaultKeyOfDisksIsKnown() {
    assertThat(filled.getEbsDefaultKmsKeyId(_ -> {}).kmsKeyId()).contains("aws/ebs");

    assertThatThrownBy(() -> plain.getEbsDefaultKmsKeyId(_ -> {})).isInstanceOf(Ec2Exception.class);
  }

  @Test
  void structuredSnapshotPermissionTakesEffect() {
    assertThat(permissionsAfterSharing(filled)).containsExactlyInAnyOrder("all", "444455556666");

    assertThat(permissionsAfterSharing(plain)).isEmpty();
  }

  @Test
  void structuredRemovalLeavesTheOthers() {
    var snapshot = share(filled);
    filled.modifySnapshotAttribute(
        it -> it.snapshotId(snapshot).createVolumePermission(change -> change.remove(everyone())));
    assertThat(permissions(filled, snapshot)).containsExactly("444455556666");
  }

  @Test
  void snapshotsAreListedByWhoMayRestoreThem() {
    var shared = share(filled);
    var kept = snapshot(filled);
    assertThat(restorableByAll(filled)).contains(shared).doesNotContain(kept);

    var keptByPlain = snapshot(plain);
    assertThat(restorableByAll(plain)).contains(keptByPlain);
  }

  @Test
  void onlyEnabledRegionsAreListed() {
    assertThat(regions(filled)).containsExactlyInAnyOrder("eu-west-1", "us-east-1");

    assertThat(regions(plain)).hasSizeGreaterThan(30);
  }

  @Test
  void regionsAreFilteredByOptInStatus() {
    var optedIn =
        Filter.builder().name("opt-in-status").values("opt-in-not-required", "opted-in").build();
    assertThat(filled.describeRegions(it -> it.allRegions(true).filters(optedIn)).regions())
        .hasSize(2);
    assertThat(filled.describeRegions(it -> it.allRegions(true)).regions()).hasSizeGreaterThan(30);

    assertThat(plain.describeRegions(it -> it.filters(optedIn)).regions())
        .extracting(it -> it.optInStatus())
        .contains("not-opted-in");
  }

  private static List<String> regions(Ec2Client ec2) {
    return ec2.describeRegions().regions().stream().map(it -> it.regionName()).toList();
  }

  private static List<String> restorableByAll(Ec2Client ec2) {
    return ec2
        .describeSnapshots(it -> it.ownerIds("self").restorableByUserIds("all"))
        .snapshots()
        .stream()
        .map(Snapshot::snapshotId)
        .toList();
  }

  private static List<String> permissionsAfterSharing(Ec2Client ec2) {
    return permissions(ec2, share(ec2));
  }

  private static String share(Ec2Client ec2) {
    var snapshot = snapshot(ec2);
    var stranger = CreateVolumePermission.builder().userId("444455556666").build();
    ec2.modifySnapshotAttribute(
        it ->
            it.snapshotId(snapshot)
                .createVolumePermission(change -> change.add(everyone(), stranger)));
    return snapshot;
  }

  private static String snapshot(Ec2Client ec2) {
    var volume = ec2.createVolume(it -> it.availabilityZone("eu-west-1a").size(1)).volumeId();
    return ec2.createSnapshot(it -> it.volumeId(volume)).snapshotId();
  }

  private static CreateVolumePermission everyone() {
    return CreateVolumePermission.builder().group(PermissionGroup.ALL).build();
  }

  private static List<String> permissions(Ec2Client ec2, String snapshot) {
    return ec2
        .describeSnapshotAttribute(
            it -> it.snapshotId(snapshot).attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION))
        .createVolumePermissions()
        .stream()
        .map(it -> it.userId() == null ? it.groupAsString() : it.userId())
        .toList();
  }
}
