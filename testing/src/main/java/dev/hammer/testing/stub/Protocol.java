package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;

/** How a family of AWS services writes its parameters, its lists and its errors. */
sealed interface Protocol permits Ec2Query, AwsQuery, RestXml, AwsJson, RestJson {

  /** The protocol of a request that was signed for this service. */
  static Protocol of(WireRequest request, String service) {
    if (request.header("x-amz-target").isPresent()) {
      return new AwsJson(request.header("content-type").orElse("application/x-amz-json-1.1"));
    }
    if (request.header("content-type").orElse("").startsWith("application/x-www-form")) {
      return service.equals("ec2") ? new Ec2Query() : new AwsQuery();
    }
    return switch (service) {
      case "s3" -> RestXml.bare();
      case "s3control", "route53", "cloudfront" -> RestXml.wrapped();
      default -> new RestJson();
    };
  }

  Optional<String> parameter(WireRequest request, String name);

  WireRequest without(WireRequest request, Set<String> parameters);

  /** The one list in this answer, if it has one. */
  Optional<AnswerList> list(String answer, PageNames names);

  String contentType();

  WireReply error(int status, String code, String message, String requestId);
}
