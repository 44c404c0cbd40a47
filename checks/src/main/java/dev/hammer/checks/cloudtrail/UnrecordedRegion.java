package dev.hammer.checks.cloudtrail;

import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds regions in which no trail records all that happens. One sound trail is enough. */
public final class UnrecordedRegion implements Check<RegionTrails> {
  private static final CheckInfo INFO =
      CheckInfo.of(
              "cloudtrails",
              "Region without a trail that records all management events",
              Severity.HIGH,
              "cloudtrail",
              RegionTrails.RESOURCE_TYPE)
          .decidedBy(CloudTrailCalls.DESCRIBE, CloudTrailCalls.STATUS, CloudTrailCalls.SELECTORS)
          .standingFor("Security Hub CloudTrail.1", "Security Hub CloudTrail.3")
          .storedIn("cloudtrails");

  public static final CheckType<RegionTrails> TYPE =
      new CheckType<>(INFO, RegionTrailsReader.TYPE, _ -> new UnrecordedRegion());

  /** Enough to act on; the details have them all. */
  private static final int SHOWN = 3;

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Verdict judge(RegionTrails region) {
    List<ReadFailure> unread = new ArrayList<>();
    for (Trail trail : region.covering()) {
      switch (TrailHealth.of(trail, region.readAt())) {
        case TrailHealth.Healthy _ -> {
          return Verdict.compliant("recorded by trail " + trail.name());
        }
        case TrailHealth.Faulty _ -> {}
        case TrailHealth.Unread(ReadFailure why) -> unread.add(why);
      }
    }
    if (!unread.isEmpty()) {
      throw new UnreadableException(unread.getFirst());
    }
    return violation(region);
  }

  private static Verdict.Violating violation(RegionTrails region) {
    List<TrailEvidence> trails =
        region.covering().stream().map(it -> TrailEvidence.of(it, region.readAt())).toList();
    boolean keepsChanges = trails.stream().anyMatch(TrailEvidence::keepsChanges);
    Verdict.Violating violation =
        Verdict.violating(
            keepsChanges ? Severity.MEDIUM : Severity.HIGH,
            summary(trails),
            keepsChanges
                ? "changes are recorded, but an investigation would miss part of what happened"
                : "nobody could tell later who changed what in this region",
            details(region, trails));
    for (ReadFailure failure : trails.stream().flatMap(it -> it.unread().stream()).toList()) {
      violation = violation.without(failure);
    }
    return violation;
  }

  private static String summary(List<TrailEvidence> trails) {
    if (trails.isEmpty()) {
      return "no trail covers the region";
    }
    String some =
        trails.stream().limit(SHOWN).map(TrailEvidence::fault).collect(Collectors.joining("; "));
    return some + more(trails.size() - SHOWN).orElse("");
  }

  private static Optional<String> more(int count) {
    return count > 0 ? Optional.of("; and " + count + " more") : Optional.empty();
  }

  private static Value.Fields details(RegionTrails region, List<TrailEvidence> trails) {
    return Value.fields()
        .put("region", region.ref().region().name())
        .put("disabled", trails.stream().noneMatch(TrailEvidence::isLogging))
        .put("delivery_errors", trails.stream().anyMatch(TrailEvidence::failsToDeliver))
        .put("events_left_out", trails.stream().anyMatch(TrailEvidence::leavesOutEvents))
        .put("trails", Value.items(trails.stream().map(TrailEvidence::toValue).toList()))
        .build();
  }
}
