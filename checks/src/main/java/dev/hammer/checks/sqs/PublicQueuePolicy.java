package dev.hammer.checks.sqs;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.checks.PolicyFault;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;
import dev.hammer.policy.Audience;
import dev.hammer.policy.Exposure;
import dev.hammer.policy.ResourceKind;

/** Finds queues whose policy lets in everyone. */
public final class PublicQueuePolicy implements Check<Queue> {
  public static final CheckType<Queue> TYPE =
      new CheckType<>(
          CheckInfo.of(
                  "sqs_public_access",
                  "SQS queue open to everyone by its policy",
                  Severity.CRITICAL,
                  "sqs",
                  Queue.TYPE_NAME)
              .decidedBy(SqsCalls.LIST_QUEUES, SqsCalls.GET_ATTRIBUTES)
              .explainedBy(SqsCalls.LIST_TAGS)
              .standingFor("Security Hub SQS.3"),
          QueueReader.TYPE,
          PublicQueuePolicy::new);

  private final CheckContext context;

  private PublicQueuePolicy(CheckContext context) {
    this.context = context;
  }

  @Override
  public CheckInfo info() {
    return TYPE.info();
  }

  @Override
  public Verdict judge(Queue queue) {
    ResourcePolicy policy = queue.policy().get();
    Exposure exposure = policy.exposure(ResourceKind.SQS_QUEUE, queue.ref().account(), context);
    if (!exposure.isPublic()) {
      return Verdict.compliant(exposure.why());
    }
    boolean harmful = exposure.publicAccess().reachesData();
    return new PolicyFault(policy, exposure)
        .violation(
            harmful ? Severity.CRITICAL : Severity.HIGH,
            harmful
                ? "Strangers can take messages, delete them or change who may"
                : "Strangers can send messages or look at settings, but take none",
            exposure.verdict() == Audience.PUBLIC,
            details(queue));
  }

  private static Value.Fields details(Queue queue) {
    return Value.fields()
        .put("name", queue.name().name())
        .put("region", queue.name().region().name())
        .build();
  }
}
