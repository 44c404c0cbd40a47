package dev.hammer.checks.cloudtrail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** CloudTrail as seen from one region: all trails are on, and answer only at home. */
final class FakeCloudTrail implements CloudTrailClient {
  private final String region;
  private final Map<String, Trail> trails = new LinkedHashMap<>();
  private final List<String> calls;
  private final Set<String> denied = new TreeSet<>();

  FakeCloudTrail(String region, List<String> calls) {
    this.region = region;
    this.calls = calls;
  }

  void sees(Trail trail) {
    trails.put(trail.trailARN(), trail);
  }

  void denying(String operation) {
    denied.add(operation);
  }

  @Override
  public DescribeTrailsResponse describeTrails(DescribeTrailsRequest request) {
    called("DescribeTrails", request.includeShadowTrails() ? "all" : "own");
    return DescribeTrailsResponse.builder().trailList(new ArrayList<>(trails.values())).build();
  }

  @Override
  public GetTrailStatusResponse getTrailStatus(GetTrailStatusRequest request) {
    called("GetTrailStatus", atHome(request.name()));
    return GetTrailStatusResponse.builder().isLogging(true).build();
  }

  @Override
  public GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request) {
    called("GetEventSelectors", atHome(request.trailName()));
    return GetEventSelectorsResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "cloudtrail";
  }

  @Override
  public void close() {}

  private String atHome(String arn) {
    if (!arn.contains(":" + region + ":")) {
      throw failure("TrailNotFoundException");
    }
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void called(String operation, String what) {
    calls.add(region + " " + operation + " " + what);
    if (denied.contains(operation)) {
      throw failure("AccessDeniedException");
    }
  }

  private static CloudTrailException failure(String code) {
    return (CloudTrailException)
        CloudTrailException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .statusCode(400)
            .build();
  }
}
