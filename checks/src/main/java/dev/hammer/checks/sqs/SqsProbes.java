package dev.hammer.checks.sqs;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Tries the calls that tell about queues, on queues of the account only: SQS calls a queue that
 * must not be seen and one that is not there the same.
 */
public final class SqsProbes {
  public static final ServiceProbes ALL = new ServiceProbes("sqs", Scope.REGIONAL, SqsProbes::in);

  /** The policy of a queue may refuse, too; that of several hardly does. */
  private static final int FEW = 3;

  private static final String QUEUE = "queue";

  private SqsProbes() {}

  private static List<Probe> in(Prober prober) {
    SqsClient sqs = prober.scope().client(SqsClient.class, SqsClient::builder);
    QueueReader reader = new QueueReader(prober.scope(), sqs);
    Sample<Queue> queues = prober.sample(SqsCalls.LIST_QUEUES, () -> reader.first(FEW));
    return List.of(
        prober.probe(SqsCalls.LIST_QUEUES, queues),
        prober.reading(SqsCalls.GET_ATTRIBUTES, queues, QUEUE, Queue::policy),
        prober.reading(SqsCalls.LIST_TAGS, queues, QUEUE, Queue::tags));
  }
}
