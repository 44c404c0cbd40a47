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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Reads the own images of a region, only the public ones if nobody needs the others. */
public final class ImageReader implements Reader<Image> {
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeImages");
  static final ApiCall BLOCK = ApiCall.of("ec2", "GetImageBlockPublicAccessState");

  public static final ReaderType<Image> TYPE =
      new ReaderType<>(
          Image.RESOURCE_TYPE,
          "ec2",
          Scope.REGIONAL,
          LIST,
          (scope, filters) -> new ImageReader(scope, Ec2.client(scope), filters));

  private static final Set<String> ABSENT =
      Set.of("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable");

  private final AwsScope scope;
  private final Ec2Client ec2;
  private final boolean onlyPublic;

  ImageReader(AwsScope scope, Ec2Client ec2, Set<ListFilter> filters) {
    this.scope = scope;
    this.ec2 = ec2;
    this.onlyPublic = filters.contains(ListFilter.PUBLIC);
  }

  /** Deprecated images are listed for their owner; disabled ones have no launch permissions. */
  @Override
  public ListingEnd list(Consumer<? super Image> found) {
    scope.eachPage(
        LIST,
        token -> {
          Instant readAt = scope.now();
          var answer = ec2.describeImages(r -> narrowed(r).maxResults(Ec2.PAGE).nextToken(token));
          return Page.of(
              answer.images().stream().map(image -> snapshot(image, readAt)).toList(),
              answer.nextToken());
        },
        found);
    return new ListingEnd.Complete();
  }

  @Override
  public Optional<Image> find(String name) {
    Instant readAt = scope.now();
    return Ec2.id(scope, name, "ami")
        .flatMap(
            id ->
                scope.askOptional(
                    LIST, ABSENT, () -> ec2.describeImages(r -> r.owners("self").imageIds(id))))
        .flatMap(answer -> answer.images().stream().findFirst())
        .map(image -> snapshot(image, readAt));
  }

  @Override
  public Absence absence() {
    return onlyPublic ? Absence.NO_LONGER_OFFENDING : Absence.GONE;
  }

  private DescribeImagesRequest.Builder narrowed(DescribeImagesRequest.Builder request) {
    request.owners("self");
    return onlyPublic
        ? request.filters(Filter.builder().name("is-public").values("true").build())
        : request;
  }

  private Image snapshot(software.amazon.awssdk.services.ec2.model.Image image, Instant readAt) {
    ResourceRef ref =
        ResourceRef.of(Image.RESOURCE_TYPE, image.imageId(), scope.account(), scope.region())
            .withArn(Ec2.arn(scope, "image", "", image.imageId()))
            .withName(Optional.ofNullable(image.name()).orElse(""));
    Image.Listed listed =
        new Image.Listed(
            Boolean.TRUE.equals(image.publicLaunchPermissions()), // own unless AWS says otherwise
            snapshots(image.blockDeviceMappings()),
            Ec2.tags(image.tags()));
    return new Image(ref, readAt, listed, sharingBlock());
  }

  private static List<String> snapshots(List<BlockDeviceMapping> devices) {
    return devices.stream()
        .map(BlockDeviceMapping::ebs)
        .filter(Objects::nonNull)
        .map(EbsBlockDevice::snapshotId)
        .filter(Objects::nonNull)
        .toList();
  }

  private Facet<SharingBlock> sharingBlock() {
    return scope.shared(
        "ec2 image sharing_block",
        () -> Facet.of("sharing_block", List.of(BLOCK), this::readBlock, SharingBlock::toValue));
  }

  private SharingBlock readBlock() {
    var answer = scope.ask(BLOCK, () -> ec2.getImageBlockPublicAccessState(r -> {}));
    return new SharingBlock(
        Optional.ofNullable(answer.imageBlockPublicAccessState()).orElse("unblocked"),
        Optional.ofNullable(answer.managedByAsString()));
  }
}
