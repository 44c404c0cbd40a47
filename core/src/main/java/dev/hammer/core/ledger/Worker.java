package dev.hammer.core.ledger;

import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that works on a scan, as it said last.
 *
 * @param id unique among all workers of the scan
 * @param host the machine it runs on
 * @param process its process id there
 * @param until by its own clock, when others may take over what it has, if it says no more
 * @param beats how often it has said so
 * @param figures what it asked of AWS so far
 */
public record Worker(
    String id, String host, long process, Instant until, long beats, Value.Fields figures) {
  /** How long a worker keeps what it has without a word. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /** The same, a moment later. */
  public Worker again(Instant now, Value.Fields figuresSoFar) {
    return new Worker(id, host, process, now.plus(LEASE), beats + 1, figuresSoFar);
  }
}
