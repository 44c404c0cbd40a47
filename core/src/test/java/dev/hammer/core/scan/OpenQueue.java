package dev.hammer.core.scan;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;

/** Finds queues whose policy says that they are open. */
record OpenQueue(String id) implements Check<FakeQueue> {
  @Override
  public CheckInfo info() {
    return CheckInfo.of(id, "Queue is open", Severity.HIGH, "sqs", "AWS::SQS::Queue")
        .decidedBy(FakeQueue.LIST, FakeQueue.POLICY)
        .explainedBy(FakeQueue.TAGS);
  }

  @Override
  public Verdict judge(FakeQueue queue) {
    return switch (queue.policy().get()) {
      case "open" -> violating();
      case "unthinkable" -> throw new IllegalArgumentException("no such policy");
      case "bottomless" -> throw new StackOverflowError();
      case "fatal" -> throw new AssertionError("broken class");
      default -> Verdict.compliant("not open");
    };
  }

  private static Verdict violating() {
    return Verdict.violating(
        Severity.HIGH, "open", "everyone may send", Value.fields().put("policy", "open").build());
  }
}
