package dev.hammer.core.issue;

import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Risk;
import java.time.Instant;
import java.util.Optional;

/**
 * A misconfiguration with a life.
 *
 * @param unitRegion the region of the unit that finds it: {@link Region#GLOBAL} for a bucket,
 *     whatever region the bucket is in
 * @param observedAt when what is stored was read; an older look never overrules it
 * @param life counts from 1; rises when a closed issue comes back
 * @param whitelistId the entry that accepts it, while whitelisted
 * @param event what happened to it last
 * @param eventAt when
 * @param eventScan by which scan, if by one
 * @param version rises with every write by anyone; 0 before the first
 */
public record Issue(
    IssueKey key,
    Region unitRegion,
    ResourceRef resource,
    Tags tags,
    Status status,
    Finding finding,
    Timestamps timestamps,
    Instant observedAt,
    int life,
    Optional<String> whitelistId,
    EventKind event,
    Instant eventAt,
    Optional<String> eventScan,
    Reporting reporting,
    long version) {

  public Ref ref() {
    return key.ref();
  }

  /** What an entry of the whitelist would accept; tags that nobody could read are not known. */
  public Risk risk() {
    boolean known =
        !tags.values().isEmpty()
            || finding.details().get("tags").filter(t -> !(t instanceof Value.Absent)).isPresent();
    return new Risk(key.check(), resource, known ? Optional.of(tags) : Optional.empty());
  }

  public Slice slice() {
    return new Slice(key.account(), unitRegion, key.check());
  }
}
