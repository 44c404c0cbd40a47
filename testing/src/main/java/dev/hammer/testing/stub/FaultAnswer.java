package dev.hammer.testing.stub;

import java.time.Duration;

/** What a faulty call gets instead of the truth, or what becomes of the truth. */
public sealed interface FaultAnswer {

  WireReply answer(Question question);

  static FaultAnswer denied() {
    return new Refused(Situation.DENIED);
  }

  static FaultAnswer throttled() {
    return new Refused(Situation.THROTTLED);
  }

  static FaultAnswer expired() {
    return new Refused(Situation.EXPIRED);
  }

  static FaultAnswer regionNotEnabled() {
    return new Refused(Situation.REGION_NOT_ENABLED);
  }

  static FaultAnswer error(int status, String code) {
    return new Failed(status, code);
  }

  static FaultAnswer disconnected() {
    return new Disconnected();
  }

  static FaultAnswer brokenOff() {
    return new BrokenOff();
  }

  static FaultAnswer truncated() {
    return new Truncated();
  }

  /** A success without body and without request id, as a broken proxy sends it. */
  static FaultAnswer empty() {
    return new Foreign(200, "application/octet-stream", "");
  }

  /** A page for people from a proxy, with any status. */
  static FaultAnswer html(int status) {
    return new Foreign(status, "text/html", "<html><body><h1>Gateway</h1></body></html>");
  }

  static FaultAnswer slow(Duration delay) {
    return new Slow(delay);
  }

  /** An answer from whoever stands between us and AWS, taken as it is: no request id. */
  record Foreign(int status, String contentType, String body) implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      return WireReply.of(status, contentType, body);
    }
  }

  /** A refusal with the code the service uses in this situation. */
  record Refused(Situation situation) implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      Target target = question.target();
      ErrorCodes codes = ErrorCodes.of(situation, target.service(), question.protocol());
      return question.error(
          codes.status(), codes.code(), "The stub refuses " + target + ": " + situation);
    }
  }

  /** Any other error, in the shape of the protocol. */
  record Failed(int status, String code) implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      return question.error(status, code, "The stub fails " + question.target());
    }
  }

  /** The connection ends without an answer. */
  record Disconnected() implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      return WireReply.none();
    }
  }

  /** The connection ends in the middle of the true answer. */
  record BrokenOff() implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      return question.truth().brokenOff();
    }
  }

  /** The true answer arrives as if its first half were all of it. */
  record Truncated() implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      WireReply truth = question.truth();
      return truth.withBody(truth.body().half());
    }
  }

  /** The true answer arrives late. */
  record Slow(Duration delay) implements FaultAnswer {
    @Override
    public WireReply answer(Question question) {
      Delay.pass(delay);
      return question.truth();
    }
  }
}
