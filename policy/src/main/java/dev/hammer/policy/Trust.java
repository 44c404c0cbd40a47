package dev.hammer.policy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is not a stranger.
 *
 * @param ownAccount absent when nobody said whose policy it is; then every account is foreign
 * @param organization absent when unknown
 * @param trustedAccounts account numbers; also canonical ids, the own one among them
 */
public record Trust(
    Optional<String> ownAccount, Optional<String> organization, Set<String> trustedAccounts) {

  private static final Trust NOBODY = new Trust(Optional.empty(), Optional.empty(), Set.of());

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|[0-9a-f]{64}");
  private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{4,32}");

  public Trust {
    trustedAccounts = Set.copyOf(trustedAccounts);
    ownAccount.filter(id -> !AccountIds.isAccountId(id)).ifPresent(Trust::refuseAccount);
    trustedAccounts.stream()
        .filter(id -> !ACCOUNT.matcher(id).matches())
        .sorted()
        .findFirst()
        .ifPresent(Trust::refuseAccount);
    organization
        .filter(id -> !ORGANIZATION.matcher(id).matches())
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("Not an organization id: " + Quote.of(id));
            });
  }

  private static void refuseAccount(String id) {
    throw new IllegalArgumentException("Not an account number: " + Quote.of(id));
  }

  /** Trust in nobody. */
  public static Trust nobody() {
    return NOBODY;
  }

  /** Trust in one's own account only. */
  public static Trust of(String ownAccount) {
    return new Trust(Optional.of(ownAccount), Optional.empty(), Set.of());
  }

  public Trust withOrganization(String id) {
    return new Trust(ownAccount, Optional.of(id), trustedAccounts);
  }

  /** The same trust, extended to these accounts. */
  public Trust withTrusted(Set<String> accounts) {
    Set<String> all = new HashSet<>(trustedAccounts);
    all.addAll(accounts);
    return new Trust(ownAccount, organization, all);
  }

  /** What letting in this account means. */
  Bound account(String id) {
    if (ownAccount.filter(id::equals).isPresent()) {
      return new Bound(Audience.INTERNAL, "the own account " + id);
    }
    return trustedAccounts.contains(id)
        ? new Bound(Audience.INTERNAL, "the trusted account " + Quote.plain(id))
        : new Bound(Audience.CROSS_ACCOUNT, "the foreign account " + Quote.plain(id));
  }

  /** What letting in this organization means. */
  Bound organization(String id) {
    if (organization.isEmpty()) {
      return new Bound(Audience.ORG, "the organization " + Quote.plain(id));
    }
    return organization.get().equals(id)
        ? new Bound(Audience.ORG, "the own organization " + Quote.plain(id))
        : new Bound(Audience.CROSS_ACCOUNT, "the foreign organization " + Quote.plain(id));
  }
}
