package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;

/** REST with JSON: Lambda, Account and most of the younger services. */
record RestJson() implements Protocol {

  @Override
  public Optional<String> parameter(WireRequest request, String name) {
    return Form.parse(request.query()).get(name);
  }

  @Override
  public WireRequest without(WireRequest request, Set<String> parameters) {
    return request.withQuery(Form.parse(request.query()).without(parameters).encoded());
  }

  @Override
  public Optional<AnswerList> list(String answer, PageNames names) {
    return JsonList.in(answer, names);
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public WireReply error(int status, String code, String message, String requestId) {
    return WireReply.of(
            status, contentType(), "{\"message\":%s}".formatted(JsonText.quote(message)))
        .with("x-amzn-errortype", code);
  }
}
