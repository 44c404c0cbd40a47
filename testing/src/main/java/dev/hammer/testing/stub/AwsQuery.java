package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;

/** The query protocol of IAM, STS, RDS, Redshift and SNS: a form asks, wrapped XML answers. */
record AwsQuery() implements Protocol {

  @Override
  public Optional<String> parameter(WireRequest request, String name) {
    return Form.parse(request.body().text()).get(name);
  }

  @Override
  public WireRequest without(WireRequest request, Set<String> parameters) {
    Form left = Form.parse(request.body().text()).without(parameters);
    return request.withBody(Body.of(left.encoded()));
  }

  @Override
  public Optional<AnswerList> list(String answer, PageNames names) {
    var root = XmlText.parse(answer).getDocumentElement();
    return XmlText.children(root).stream()
        .filter(child -> child.getTagName().endsWith("Result"))
        .findFirst()
        .flatMap(
            result ->
                XmlList.below(result, XmlList.allNamed("member"), names)
                    .or(() -> XmlList.below(result, XmlList::allEqual, names)));
  }

  @Override
  public String contentType() {
    return "text/xml";
  }

  @Override
  public WireReply error(int status, String code, String message, String requestId) {
    return WireReply.of(
        status,
        contentType(),
        """
        <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>
        """
            .formatted(code, XmlText.escape(message), requestId));
  }
}
