package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * How a scan ended.
 *
 * @param coverage of what this scan set out to look at
 * @param counts of the issues within what it looked at, worst first
 * @param news new and back issues, worst first, at most {@link #NEWS_KEPT}
 * @param whitelisted issues within what it looked at that are accepted
 * @param unproved accepted issues of which it could not be told whether their entry is still about
 *     them; they stay accepted
 * @param resources distinct resources that were judged
 * @param shares what each process did that worked on the scan, this one first
 * @param requests sent to AWS, further attempts included
 * @param throttled how many of them AWS refused as too many
 * @param waited how long rates kept calls waiting
 */
public record ScanReport(
    ScanPlan plan,
    Scan scan,
    Coverage coverage,
    SortedMap<Severity, Count> counts,
    List<Issue> news,
    long changed,
    long whitelisted,
    long unproved,
    List<NotCovered> notCovered,
    long resources,
    List<Share> shares,
    long requests,
    long throttled,
    Duration waited,
    boolean deadlineReached) {
  public static final int NEWS_KEPT = 1000;

  public Count total() {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }

  /** Whether it looked at one resource and nothing else. */
  public boolean isOfOneResource() {
    return ScanRequest.of(scan).flatMap(ScanRequest::resource).isPresent();
  }

  /** Whether an account was lost, nothing could be read, or time ran out: never a success. */
  public boolean isBroken() {
    return deadlineReached
        || !plan.shut().isEmpty()
        || (coverage.units() > 0 && coverage.complete() + coverage.partial() == 0);
  }
}
