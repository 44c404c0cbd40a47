package dev.hammer.checks.ec2;

import dev.hammer.aws.AwsScope;
import dev.hammer.aws.Page;
import dev.hammer.checks.ReaderType;
import dev.hammer.core.check.ListFilter;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;

/**
 * Reads the own snapshots of a region, only those that all may restore if nobody needs the others.
 */
public final class EbsSnapshotReader implements Reader<EbsSnapshot> {
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeSnapshots");
  static final ApiCall ATTRIBUTE = ApiCall.of("ec2", "DescribeSnapshotAttribute");
  static final ApiCall BLOCK = ApiCall.of("ec2", "GetSnapshotBlockPublicAccessState");

  public static final ReaderType<EbsSnapshot> TYPE =
      new ReaderType<>(
          EbsSnapshot.RESOURCE_TYPE,
          "ec2",
          Scope.REGIONAL,
          LIST,
          (scope, filters) -> new EbsSnapshotReader(scope, Ec2.client(scope), filters));

  private static final Set<String> ABSENT = Set.of("InvalidSnapshot.NotFound");

  private final AwsScope scope;
  private final Ec2Client ec2;
  private final boolean onlyPublic;

  EbsSnapshotReader(AwsScope scope, Ec2Client ec2, Set<ListFilter> filters) {
    this.scope = scope;
    this.ec2 = ec2;
    this.onlyPublic = filters.contains(ListFilter.PUBLIC);
  }

  /** With both parameters the service answers what is ours <em>and</em> public. */
  @Override
  public ListingEnd list(Consumer<? super EbsSnapshot> found) {
    scope.eachPage(
        LIST,
        token -> {
          Instant readAt = scope.now();
          var answer =
              ec2.describeSnapshots(r -> narrowed(r).maxResults(Ec2.PAGE).nextToken(token));
          return Page.of(
              answer.snapshots().stream().map(snapshot -> snapshot(snapshot, readAt)).toList(),
              answer.nextToken());
        },
        found);
    return new ListingEnd.Complete();
  }

  @Override
  public Optional<EbsSnapshot> find(String name) {
    Instant readAt = scope.now();
    return Ec2.id(scope, name, "snap")
        .flatMap(
            id ->
                scope.askOptional(
                    LIST,
                    ABSENT,
                    () -> ec2.describeSnapshots(r -> r.ownerIds("self").snapshotIds(id))))
        .flatMap(answer -> answer.snapshots().stream().findFirst())
        .map(snapshot -> snapshot(snapshot, readAt));
  }

  @Override
  public Absence absence() {
    return onlyPublic ? Absence.NO_LONGER_OFFENDING : Absence.GONE;
  }

  private DescribeSnapshotsRequest.Builder narrowed(DescribeSnapshotsRequest.Builder request) {
    request.ownerIds("self");
    return onlyPublic ? request.restorableByUserIds("all") : request;
  }

  private EbsSnapshot snapshot(Snapshot snapshot, Instant readAt) {
    Facet<Tags> tags = Ec2.tags(snapshot.tags());
    EbsSnapshot.Listed listed =
        new EbsSnapshot.Listed(
            Optional.ofNullable(snapshot.volumeId()),
            Optional.ofNullable(snapshot.startTime()),
            Boolean.TRUE.equals(snapshot.encrypted()), // plain unless AWS says otherwise
            tags);
    return new EbsSnapshot(
        Ec2.named(ref(snapshot.snapshotId()), tags),
        readAt,
        listed,
        permissions(snapshot.snapshotId()),
        sharingBlock());
  }

  private ResourceRef ref(String id) {
    return ResourceRef.of(EbsSnapshot.RESOURCE_TYPE, id, scope.account(), scope.region())
        .withArn(Ec2.arn(scope, "snapshot", "", id));
  }

  private Facet<RestorePermissions> permissions(String id) {
    return Facet.of(
        "permissions",
        List.of(ATTRIBUTE),
        () ->
            permissions(
                scope
                    .ask(
                        ATTRIBUTE,
                        () ->
                            ec2.describeSnapshotAttribute(
                                r ->
                                    r.snapshotId(id)
                                        .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)))
                    .createVolumePermissions()),
        RestorePermissions::toValue);
  }

  private static RestorePermissions permissions(List<CreateVolumePermission> all) {
    return new RestorePermissions(
        all.stream().anyMatch(it -> it.group() == PermissionGroup.ALL),
        all.stream().map(CreateVolumePermission::userId).filter(Objects::nonNull).toList());
  }

  private Facet<SharingBlock> sharingBlock() {
    return scope.shared(
        "ec2 snapshot sharing_block",
        () -> Facet.of("sharing_block", List.of(BLOCK), this::readBlock, SharingBlock::toValue));
  }

  private SharingBlock readBlock() {
    var answer = scope.ask(BLOCK, () -> ec2.getSnapshotBlockPublicAccessState(r -> {}));
    return new SharingBlock(
        Optional.ofNullable(answer.stateAsString()).orElse("unblocked"),
        Optional.ofNullable(answer.managedByAsString()));
  }
}
