package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.Set;

/** The EC2 query protocol: a form asks, XML without wrapper answers. */
record Ec2Query() implements Protocol {

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
    return XmlList.below(root, XmlList.allNamed("item"), names);
  }

  @Override
  public String contentType() {
    return "text/xml;charset=UTF-8";
  }

  @Override
  public WireReply error(int status, String code, String message, String requestId) {
    return WireReply.of(
        status,
        contentType(),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>%s</RequestID></Response>
        """
            .formatted(code, XmlText.escape(message), requestId));
  }
}
