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
import dev.hammer.core.resource.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** Reads the volumes of a region, only those without encryption if nobody needs the others. */
public final class VolumeReader implements Reader<Volume> {
  static final ApiCall LIST = ApiCall.of("ec2", "DescribeVolumes");

  public static final ReaderType<Volume> TYPE =
      new ReaderType<>(
          Volume.RESOURCE_TYPE,
          "ec2",
          Scope.REGIONAL,
          LIST,
          (scope, filters) -> new VolumeReader(scope, Ec2.client(scope), filters));

  private static final Set<String> ABSENT = Set.of("InvalidVolume.NotFound");

  private final AwsScope scope;
  private final Ec2Client ec2;
  private final boolean onlyUnencrypted;

  VolumeReader(AwsScope scope, Ec2Client ec2, Set<ListFilter> filters) {
    this.scope = scope;
    this.ec2 = ec2;
    this.onlyUnencrypted = filters.contains(ListFilter.UNENCRYPTED);
  }

  @Override
  public ListingEnd list(Consumer<? super Volume> found) {
    scope.eachPage(
        LIST,
        token -> {
          Instant readAt = scope.now();
          var answer = ec2.describeVolumes(r -> narrowed(r).maxResults(Ec2.PAGE).nextToken(token));
          return Page.of(
              answer.volumes().stream().map(volume -> snapshot(volume, readAt)).toList(),
              answer.nextToken());
        },
        found);
    return new ListingEnd.Complete();
  }

  @Override
  public Optional<Volume> find(String name) {
    Instant readAt = scope.now();
    return Ec2.id(scope, name, "vol")
        .flatMap(
            id -> scope.askOptional(LIST, ABSENT, () -> ec2.describeVolumes(r -> r.volumeIds(id))))
        .flatMap(answer -> answer.volumes().stream().findFirst())
        .map(volume -> snapshot(volume, readAt));
  }

  @Override
  public Absence absence() {
    return onlyUnencrypted ? Absence.NO_LONGER_OFFENDING : Absence.GONE;
  }

  private DescribeVolumesRequest.Builder narrowed(DescribeVolumesRequest.Builder request) {
    return onlyUnencrypted
        ? request.filters(Filter.builder().name("encrypted").values("false").build())
        : request;
  }

  private Volume snapshot(software.amazon.awssdk.services.ec2.model.Volume volume, Instant readAt) {
    Facet<Tags> tags = Ec2.tags(volume.tags());
    Volume.Listed listed =
        new Volume.Listed(
            Boolean.TRUE.equals(volume.encrypted()), // plain unless AWS says otherwise
            Optional.ofNullable(volume.stateAsString()).orElse("unknown"),
            Optional.ofNullable(volume.size()).orElse(0),
            attachments(volume.attachments()));
    return new Volume(
        Ec2.named(Ec2.ref(scope, Volume.RESOURCE_TYPE, "volume", volume.volumeId()), tags),
        readAt,
        listed,
        tags);
  }

  /** What AWS services attach for themselves has a resource in place of an instance. */
  private static SortedMap<String, String> attachments(List<VolumeAttachment> attached) {
    SortedMap<String, String> states = new TreeMap<>();
    for (VolumeAttachment one : attached) {
      String to =
          Optional.ofNullable(one.instanceId())
              .or(() -> Optional.ofNullable(one.associatedResource()))
              .orElse("unknown");
      states.put(to, Optional.ofNullable(one.stateAsString()).orElse("unknown"));
    }
    return states;
  }
}
