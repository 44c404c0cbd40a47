package dev.hammer.core.whitelist;

import dev.hammer.core.resource.ResourceRef;

/**
 * What an entry of the whitelist is about. All four must hold.
 *
 * @param check pattern of checks; {@code *} stands for any text
 * @param accounts where
 * @param resource id, ARN or alias of the resource, or a pattern of one of them
 * @param tags the tags it must carry
 */
public record WhitelistScope(String check, AccountScope accounts, String resource, TagScope tags) {
  private static final String STAR = "*";

  /** A scope whatever the tags. */
  public static WhitelistScope of(String check, String accounts, String resource) {
    return new WhitelistScope(check, AccountScope.parse(accounts), resource, TagScope.ANY);
  }

  /** Whether it is about the risk, whatever the date. */
  public Match covers(Risk risk, Units units) {
    return Match.of(Glob.of(check).matches(risk.check()) && names(risk.resource()))
        .and(tags.holds(risk.tags()))
        .and(accounts.holds(risk.resource().account(), units));
  }

  /** Whether the check is a pattern rather than a name. */
  public boolean isForChecks() {
    return check.contains(STAR);
  }

  /** Whether every check and every resource is accepted: hardly ever what somebody means. */
  public boolean isTooBroad() {
    return isAnything(check) && isAnything(resource) && tags.isAny();
  }

  /** The resource as screens show it, the tags it must carry beside it. */
  public String what() {
    return tags.isAny() ? resource : resource + " " + tags;
  }

  /** Check, resource and accounts on one line. */
  @Override
  public String toString() {
    return check + "  " + what() + "  " + accounts;
  }

  private boolean names(ResourceRef ref) {
    return ref.isCalled(resource) || (resource.contains(STAR) && matchesAny(ref));
  }

  private boolean matchesAny(ResourceRef ref) {
    Glob glob = Glob.of(resource);
    return glob.matches(ref.id())
        || ref.arn().filter(glob::matches).isPresent()
        || ref.aliases().stream().anyMatch(glob::matches);
  }

  private static boolean isAnything(String pattern) {
    return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
  }
}
