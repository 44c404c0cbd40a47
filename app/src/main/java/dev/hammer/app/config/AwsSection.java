package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which accounts and regions are looked at, and how they are entered.
 *
 * @param accounts names by account; empty means the account of the credentials
 * @param regions the regions to look at; absent means all that are enabled
 * @param identificationRole name of the role that reads
 * @param reportingRole name of the role that fixes
 * @param externalId what the trust policies of the roles want to hear
 * @param sessionDuration how long a role session lasts before it is renewed
 * @param mainAccount the account Hammer itself runs in
 * @param region home region, where stores and queues are; {@code AWS_REGION} goes before the file.
 *     The region of the profile goes before the file, too, but is not known here
 * @param backupBucket where the predecessor keeps its before-images
 * @param organizationId the organization whose accounts a policy may let in, {@code o-...}
 * @param organizations which accounts of the organization are looked at beside {@code accounts}
 * @param acceptedGaps parts of the scope that may stay unread, those that ended too
 */
public record AwsSection(
    SortedMap<AccountId, String> accounts,
    Optional<List<Region>> regions,
    Optional<String> identificationRole,
    Optional<String> reportingRole,
    Optional<String> externalId,
    Duration sessionDuration,
    Optional<AccountId> mainAccount,
    Optional<Region> region,
    Optional<String> backupBucket,
    Optional<String> organizationId,
    OrganizationsSection organizations,
    List<AcceptedGap> acceptedGaps) {

  public AwsSection {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    regions = regions.map(List::copyOf);
    acceptedGaps = List.copyOf(acceptedGaps);
  }

  /** The name of an account, if the configuration gives it one. */
  public Optional<String> nameOf(AccountId account) {
    return Optional.ofNullable(accounts.get(account));
  }

  /** The same for accounts that a rule is about: what it says goes before what holds for all. */
  public AwsSection with(AccountRule rule) {
    return new AwsSection(
        accounts,
        regions,
        rule.identificationRole().or(() -> identificationRole),
        reportingRole,
        rule.externalId().or(() -> externalId),
        rule.sessionDuration().orElse(sessionDuration),
        mainAccount,
        region,
        backupBucket,
        organizationId,
        organizations,
        acceptedGaps);
  }

  @Override
  public String toString() {
    return "AwsSection[accounts="
        + accounts
        + ", regions="
        + regions
        + ", identificationRole="
        + identificationRole
        + ", externalId="
        + externalId.map(_ -> "hidden")
        + "]";
  }
}
