package dev.hammer.testing.stub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers a question it has heard before as it was answered then, without asking the emulator,
 * whose own slowness would hide what a bench is to measure. Writes always pass.
 */
public final class Memory implements Script {
  private record Heard(Target target, String address, String body) {}

  private final Map<Heard, WireReply> answers = new ConcurrentHashMap<>();

  @Override
  public WireReply answer(Question question) {
    Target target = question.target();
    if (!target.reads() && !target.service().equals("sts")) {
      return question.truth();
    }
    WireRequest request = question.request();
    var heard = new Heard(target, request.toString(), request.body().text());
    WireReply known = answers.get(heard);
    if (known != null) {
      return known;
    }
    WireReply truth = question.truth();
    answers.put(heard, truth);
    return truth;
  }
}
