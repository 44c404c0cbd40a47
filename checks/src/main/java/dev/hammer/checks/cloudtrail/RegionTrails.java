package dev.hammer.checks.cloudtrail;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A region of an account with all trails it sees, those of other regions and accounts included. */
public final class RegionTrails implements Snapshot {
  /** A setting of an account and region has no type of its own. */
  static final String RESOURCE_TYPE = "AWS::::Account";

  private static final Facet<Tags> NO_TAGS = Facet.known("tags", Tags.NONE, Tags::toValue);

  private final ResourceRef ref;
  private final Instant readAt;
  private final List<Trail> trails;

  RegionTrails(ResourceRef ref, Instant readAt, List<Trail> trails) {
    this.ref = ref;
    this.readAt = readAt;
    this.trails = trails.stream().sorted(Comparator.comparing(Trail::arn)).toList();
  }

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  /** The trails that would record what happens here, by ARN. */
  List<Trail> covering() {
    return trails.stream().filter(trail -> trail.covers(ref.region())).toList();
  }

  /** A region cannot be tagged. */
  @Override
  public Facet<Tags> tags() {
    return NO_TAGS;
  }

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("region", ref.region().name())
        .put("trails", Value.items(trails.stream().map(Trail::toValue).toList()))
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return Stream.concat(
            covering().stream().flatMap(it -> Stream.of(it.status(), it.selectors())),
            Stream.of(tags()))
        .<Facet<?>>map(facet -> facet)
        .toList();
  }
}
