package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;

/** REST with XML: S3 writes its errors bare, S3 Control and Route 53 wrap them. */
record RestXml(boolean wrapsErrors) implements Protocol {

  static RestXml bare() {
    return new RestXml(false);
  }

  static RestXml wrapped() {
    return new RestXml(true);
  }

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
    var root = XmlText.parse(answer).getDocumentElement();
    return XmlList.below(root, XmlList.allNamed("Bucket"), names);
  }

  @Override
  public String contentType() {
    return "application/xml";
  }

  @Override
  public WireReply error(int status, String code, String message, String requestId) {
    String error =
        "<Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId></Error>"
            .formatted(code, XmlText.escape(message), requestId);
    return WireReply.of(
        status,
        contentType(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + (wrapsErrors ? wrapped(error) : error));
  }

  private static String wrapped(String error) {
    return "<ErrorResponse>" + error + "</ErrorResponse>";
  }
}
