package dev.hammer.checks.ec2;

import dev.hammer.core.reading.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateRequest;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Volume;

/**
 * EC2 of one account and region, in memory: it pages by two whatever is asked for, refuses a page
 * size beside ids as AWS does, and counts the calls.
 */
final class FakeEc2 implements Ec2Client {
  private static final int PAGE = 2;

  final List<SecurityGroup> groups = new ArrayList<>();
  final List<NetworkInterface> interfaces = new ArrayList<>();
  final Map<String, List<String>> prefixLists = new TreeMap<>();
  final Map<String, String> prefixListOwners = new TreeMap<>();
  final List<Volume> volumes = new ArrayList<>();
  final List<Snapshot> snapshots = new ArrayList<>();
  final Map<String, List<CreateVolumePermission>> permissions = new TreeMap<>();
  final List<Image> images = new ArrayList<>();
  final Set<String> denied = new TreeSet<>();
  final Map<String, Integer> calls = new TreeMap<>();

  String snapshotBlock = "unblocked";
  String imageBlock = "unblocked";

  /** Refuses an operation from now on. */
  FakeEc2 denying(ApiCall call) {
    denied.add(call.operation());
    return this;
  }

  int calls(ApiCall call) {
    return calls.getOrDefault(call.operation(), 0);
  }

  @Override
  public DescribeSecurityGroupsResponse describeSecurityGroups(
      DescribeSecurityGroupsRequest asked) {
    called("DescribeSecurityGroups", asked.maxResults(), asked.groupIds());
    List<SecurityGroup> found =
        groups.stream()
            .filter(it -> !asked.hasGroupIds() || asked.groupIds().contains(it.groupId()))
            .filter(it -> passes(asked.filters(), "vpc-id", it.vpcId()))
            .filter(it -> passes(asked.filters(), "group-name", it.groupName()))
            .toList();
    missing(asked.hasGroupIds() && found.isEmpty(), "InvalidGroup.NotFound");
    Cut<SecurityGroup> page = Cut.of(found, asked.nextToken());
    return DescribeSecurityGroupsResponse.builder()
        .securityGroups(page.items())
        .nextToken(page.next())
        .build();
  }

  @Override
  public DescribeNetworkInterfacesResponse describeNetworkInterfaces(
      DescribeNetworkInterfacesRequest asked) {
    called("DescribeNetworkInterfaces", asked.maxResults(), asked.networkInterfaceIds());
    Cut<NetworkInterface> page = Cut.of(interfaces, asked.nextToken());
    return DescribeNetworkInterfacesResponse.builder()
        .networkInterfaces(page.items())
        .nextToken(page.next())
        .build();
  }

  @Override
  public GetManagedPrefixListEntriesResponse getManagedPrefixListEntries(
      GetManagedPrefixListEntriesRequest asked) {
    called("GetManagedPrefixListEntries", asked.maxResults(), List.of());
    List<String> cidrs = prefixLists.get(asked.prefixListId());
    missing(cidrs == null, "InvalidPrefixListID.NotFound");
    Cut<String> page = Cut.of(cidrs == null ? List.of() : cidrs, asked.nextToken());
    return GetManagedPrefixListEntriesResponse.builder()
        .entries(
            page.items().stream().map(it -> PrefixListEntry.builder().cidr(it).build()).toList())
        .nextToken(page.next())
        .build();
  }

  @Override
  public DescribeManagedPrefixListsResponse describeManagedPrefixLists(
      DescribeManagedPrefixListsRequest asked) {
    called("DescribeManagedPrefixLists", asked.maxResults(), asked.prefixListIds());
    String id = asked.prefixListIds().getFirst();
    return DescribeManagedPrefixListsResponse.builder()
        .prefixLists(
            ManagedPrefixList.builder().prefixListId(id).ownerId(prefixListOwners.get(id)).build())
        .build();
  }

  @Override
  public DescribeVolumesResponse describeVolumes(DescribeVolumesRequest asked) {
    called("DescribeVolumes", asked.maxResults(), asked.volumeIds());
    List<Volume> found =
        volumes.stream()
            .filter(it -> !asked.hasVolumeIds() || asked.volumeIds().contains(it.volumeId()))
            .filter(it -> passes(asked.filters(), "encrypted", String.valueOf(it.encrypted())))
            .toList();
    missing(asked.hasVolumeIds() && found.isEmpty(), "InvalidVolume.NotFound");
    Cut<Volume> page = Cut.of(found, asked.nextToken());
    return DescribeVolumesResponse.builder().volumes(page.items()).nextToken(page.next()).build();
  }

  @Override
  public DescribeSnapshotsResponse describeSnapshots(DescribeSnapshotsRequest asked) {
    called("DescribeSnapshots", asked.maxResults(), asked.snapshotIds());
    if (!asked.ownerIds().equals(List.of("self"))) {
      throw new AssertionError("snapshots of the whole world were asked for");
    }
    List<Snapshot> found =
        snapshots.stream()
            .filter(it -> !asked.hasSnapshotIds() || asked.snapshotIds().contains(it.snapshotId()))
            .filter(it -> !asked.hasRestorableByUserIds() || isPublic(it))
            .toList();
    missing(asked.hasSnapshotIds() && found.isEmpty(), "InvalidSnapshot.NotFound");
    Cut<Snapshot> page = Cut.of(found, asked.nextToken());
    return DescribeSnapshotsResponse.builder()
        .snapshots(page.items())
        .nextToken(page.next())
        .build();
  }

  @Override
  public DescribeSnapshotAttributeResponse describeSnapshotAttribute(
      DescribeSnapshotAttributeRequest asked) {
    called("DescribeSnapshotAttribute", null, List.of());
    return DescribeSnapshotAttributeResponse.builder()
        .createVolumePermissions(permissions.getOrDefault(asked.snapshotId(), List.of()))
        .build();
  }

  @Override
  public GetSnapshotBlockPublicAccessStateResponse getSnapshotBlockPublicAccessState(
      GetSnapshotBlockPublicAccessStateRequest asked) {
    called("GetSnapshotBlockPublicAccessState", null, List.of());
    return GetSnapshotBlockPublicAccessStateResponse.builder()
        .state(snapshotBlock)
        .managedBy("account")
        .build();
  }

  @Override
  public DescribeImagesResponse describeImages(DescribeImagesRequest asked) {
    called("DescribeImages", asked.maxResults(), asked.imageIds());
    if (!asked.owners().equals(List.of("self"))) {
      throw new AssertionError("images of the whole world were asked for");
    }
    List<Image> found =
        images.stream()
            .filter(it -> !asked.hasImageIds() || asked.imageIds().contains(it.imageId()))
            .filter(
                it ->
                    passes(
                        asked.filters(), "is-public", String.valueOf(it.publicLaunchPermissions())))
            .toList();
    missing(asked.hasImageIds() && found.isEmpty(), "InvalidAMIID.NotFound");
    Cut<Image> page = Cut.of(found, asked.nextToken());
    return DescribeImagesResponse.builder().images(page.items()).nextToken(page.next()).build();
  }

  @Override
  public GetImageBlockPublicAccessStateResponse getImageBlockPublicAccessState(
      GetImageBlockPublicAccessStateRequest asked) {
    called("GetImageBlockPublicAccessState", null, List.of());
    return GetImageBlockPublicAccessStateResponse.builder()
        .imageBlockPublicAccessState(imageBlock)
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private void called(String operation, @Nullable Integer size, List<String> ids) {
    calls.merge(operation, 1, Integer::sum);
    if (denied.contains(operation)) {
      throw error("UnauthorizedOperation", 403);
    }
    if (size != null && !ids.isEmpty()) {
      throw error("InvalidParameterCombination", 400);
    }
  }

  private boolean isPublic(Snapshot snapshot) {
    return permissions.getOrDefault(snapshot.snapshotId(), List.of()).stream()
        .anyMatch(it -> "all".equals(it.groupAsString()));
  }

  private static boolean passes(List<Filter> filters, String name, String value) {
    return filters.stream()
        .filter(it -> it.name().equals(name))
        .allMatch(it -> it.values().contains(value));
  }

  private static void missing(boolean isMissing, String code) {
    if (isMissing) {
      throw error(code, 400);
    }
  }

  private static RuntimeException error(String code, int status) {
    return Ec2Exception.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .statusCode(status)
        .build();
  }

  /** A page of two and the token of the next, which is where that one begins. */
  private record Cut<T>(List<T> items, @Nullable String next) {
    static <T> Cut<T> of(List<T> all, @Nullable String token) {
      int from = token == null ? 0 : Integer.parseInt(token);
      int to = Math.min(from + PAGE, all.size());
      return new Cut<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }
  }
}
