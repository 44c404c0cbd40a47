package dev.hammer.testing.stub;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** JSON with the operation in a header: SQS, KMS, CloudTrail, Organizations, ECS. */
record AwsJson(String contentType) implements Protocol {

  @Override
  public Optional<String> parameter(WireRequest request, String name) {
    String body = request.body().text();
    return JsonText.isObject(body)
        ? Optional.ofNullable(JsonText.members(body).get(name)).map(JsonText::unquote)
        : Optional.empty();
  }

  @Override
  public WireRequest without(WireRequest request, Set<String> parameters) {
    String body = request.body().text();
    if (!JsonText.isObject(body)) {
      return request;
    }
    var left = new LinkedHashMap<>(JsonText.members(body));
    left.keySet().removeAll(parameters);
    return request.withBody(Body.of(JsonText.object(left)));
  }

  @Override
  public Optional<AnswerList> list(String answer, PageNames names) {
    return JsonList.in(answer, names);
  }

  @Override
  public WireReply error(int status, String code, String message, String requestId) {
    String body =
        "{\"__type\":%s,\"message\":%s}".formatted(JsonText.quote(code), JsonText.quote(message));
    return WireReply.of(status, contentType, body);
  }
}
