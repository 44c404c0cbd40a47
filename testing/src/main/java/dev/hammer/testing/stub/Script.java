package dev.hammer.testing.stub;

/** A scripted answer; one that has nothing to say to this call returns the truth. */
@FunctionalInterface
public interface Script {
  WireReply answer(Question question);
}
