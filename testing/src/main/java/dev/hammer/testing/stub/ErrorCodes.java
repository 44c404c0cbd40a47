package dev.hammer.testing.stub;

/**
 * The status and code AWS uses for a situation, which differ from service to service. See "Common
 * errors" in the API reference of each, and <a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">the error
 * codes of EC2</a>.
 */
record ErrorCodes(int status, String code) {

  static ErrorCodes of(Situation situation, String service, Protocol protocol) {
    return switch (protocol) {
      case Ec2Query _ -> ec2(situation);
      case AwsQuery _ -> query(situation);
      case RestXml _ -> restXml(situation, service);
      case AwsJson _, RestJson _ -> json(situation, service);
    };
  }

  static String foreignToken(String service) {
    return switch (service) {
      case "ec2" -> "InvalidNextToken";
      case "iam" -> "ValidationError";
      case "kms" -> "InvalidMarkerException";
      case "organizations" -> "InvalidInputException";
      case "cloudtrail" -> "InvalidNextTokenException";
      case "s3" -> "InvalidArgument";
      default -> "InvalidParameterValue";
    };
  }

  private static ErrorCodes ec2(Situation situation) {
    return switch (situation) {
      case DENIED -> new ErrorCodes(403, "UnauthorizedOperation");
      case THROTTLED -> new ErrorCodes(503, "RequestLimitExceeded");
      case EXPIRED -> new ErrorCodes(400, "RequestExpired");
      case REGION_NOT_ENABLED -> new ErrorCodes(401, "AuthFailure");
    };
  }

  private static ErrorCodes query(Situation situation) {
    return switch (situation) {
      case DENIED -> new ErrorCodes(403, "AccessDenied");
      case THROTTLED -> new ErrorCodes(400, "Throttling");
      case EXPIRED -> new ErrorCodes(403, "ExpiredToken");
      case REGION_NOT_ENABLED -> new ErrorCodes(403, "InvalidClientTokenId");
    };
  }

  private static ErrorCodes restXml(Situation situation, String service) {
    return switch (situation) {
      case DENIED -> new ErrorCodes(403, "AccessDenied");
      case THROTTLED ->
          service.equals("route53")
              ? new ErrorCodes(400, "Throttling")
              : new ErrorCodes(503, "SlowDown");
      case EXPIRED -> new ErrorCodes(400, "ExpiredToken");
      case REGION_NOT_ENABLED -> new ErrorCodes(403, "InvalidAccessKeyId");
    };
  }

  private static ErrorCodes json(Situation situation, String service) {
    return switch (situation) {
      case DENIED -> new ErrorCodes(400, "AccessDeniedException");
      case THROTTLED -> new ErrorCodes(400, jsonThrottling(service));
      case EXPIRED -> new ErrorCodes(400, "ExpiredTokenException");
      case REGION_NOT_ENABLED -> new ErrorCodes(400, "UnrecognizedClientException");
    };
  }

  private static String jsonThrottling(String service) {
    return switch (service) {
      case "sqs" -> "RequestThrottled";
      case "organizations" -> "TooManyRequestsException";
      default -> "ThrottlingException";
    };
  }
}
