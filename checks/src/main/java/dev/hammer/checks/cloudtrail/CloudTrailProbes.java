package dev.hammer.checks.cloudtrail;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Tries the calls that tell about trails. */
public final class CloudTrailProbes {
  public static final ServiceProbes ALL =
      new ServiceProbes("cloudtrail", Scope.REGIONAL, CloudTrailProbes::in);

  private static final String MADE_UP = "hammer-doctor-probe";

  private CloudTrailProbes() {}

  private static List<Probe> in(Prober prober) {
    CloudTrailClient trails =
        prober.scope().client(CloudTrailClient.class, CloudTrailClient::builder);
    Sample<String> arns =
        prober.sample(
            CloudTrailCalls.DESCRIBE,
            () ->
                trails.describeTrails(r -> r.includeShadowTrails(false)).trailList().stream()
                    .map(Trail::trailARN)
                    .toList());
    return List.of(
        prober.probe(CloudTrailCalls.DESCRIBE, arns),
        prober.probe(
            CloudTrailCalls.STATUS, arns, MADE_UP, arn -> trails.getTrailStatus(r -> r.name(arn))),
        prober.probe(
            CloudTrailCalls.SELECTORS,
            arns,
            MADE_UP,
            arn -> trails.getEventSelectors(r -> r.trailName(arn))));
  }
}
