package dev.hammer.testing.stub;

import java.util.Optional;
import java.util.function.Function;

/**
 * One call on its way through the stub: what it asks, and how to answer it in its own protocol. The
 * truth is the answer of whoever stands behind: an older script or the emulator.
 */
public final class Question {
  private final Target target;
  private final Protocol protocol;
  private final WireRequest request;
  private final String requestId;
  private final Function<WireRequest, WireReply> behind;

  Question(
      Target target,
      Protocol protocol,
      WireRequest request,
      String requestId,
      Function<WireRequest, WireReply> behind) {
    this.target = target;
    this.protocol = protocol;
    this.request = request;
    this.requestId = requestId;
    this.behind = behind;
  }

  public Target target() {
    return target;
  }

  public WireRequest request() {
    return request;
  }

  /** A parameter of the call: of the form, the query string or the JSON body. */
  public Optional<String> parameter(String name) {
    return protocol.parameter(request, name);
  }

  /** The bucket of an S3 call. */
  public String bucket() {
    return request.path().split("/", 3)[1];
  }

  /** A success with this body and a request id, as AWS sends it. */
  public WireReply ok(String body) {
    return identified(WireReply.of(200, protocol.contentType(), body));
  }

  /** An error in the shape of the protocol. */
  public WireReply error(int status, String code, String message) {
    return identified(protocol.error(status, code, message, requestId));
  }

  /** What stands behind answers, to the request as it came. */
  public WireReply truth() {
    return behind.apply(request);
  }

  Protocol protocol() {
    return protocol;
  }

  Question with(WireRequest changed) {
    return new Question(target, protocol, changed, requestId, behind);
  }

  Question before(Function<WireRequest, WireReply> other) {
    return new Question(target, protocol, request, requestId, other);
  }

  private WireReply identified(WireReply reply) {
    return reply.with("x-amzn-requestid", requestId).with("x-amz-request-id", requestId);
  }
}
