package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from a signed request which operation it asks for, where, and in whose name. */
final class Recognizer {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");
  private static final String UNSIGNED = "unsigned";

  private final Callers callers;

  Recognizer(Callers callers) {
    this.callers = callers;
  }

  Target target(WireRequest request) {
    Matcher scope = SCOPE.matcher(request.header("authorization").orElse(""));
    if (!scope.find()) {
      return new Target(callers.of(request, ""), "", UNSIGNED, operation(request, UNSIGNED));
    }
    String service = service(request, scope.group(3));
    return new Target(
        callers.of(request, scope.group(1)),
        region(scope.group(2)),
        service,
        operation(request, service));
  }

  /** Clients of global services sign with this where their endpoint is given; AWS knows a home. */
  private static String region(String signed) {
    return signed.equals("aws-global") ? "us-east-1" : signed;
  }

  /** S3 Control signs as S3; its paths begin with the version of its interface. */
  private static String service(WireRequest request, String signed) {
    boolean control = signed.equals("s3") && request.path().startsWith(S3Operations.CONTROL);
    return control ? "s3control" : signed;
  }

  private static String operation(WireRequest request, String service) {
    Optional<String> target = request.header("x-amz-target");
    if (target.isPresent()) {
      return target.get().substring(target.get().lastIndexOf('.') + 1);
    }
    return switch (service) {
      case "s3" -> S3Operations.operation(request);
      case "s3control" -> S3Operations.controlOperation(request);
      default ->
          Form.parse(request.body().text())
              .get("Action")
              .orElse(request.method() + " " + request.path());
    };
  }
}
