package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AccountPattern;
import dev.hammer.app.config.AccountRule;
import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.OrganizationsSection;
import dev.hammer.aws.OrganizationAccount;
import dev.hammer.aws.OrganizationReader;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which accounts of the organization the rules mean. Where a rule cannot be followed, because units
 * or tags cannot be read, nothing is guessed: the whole organization counts as unread.
 */
final class Membership {
  private final AwsSection aws;
  private final OrganizationsSection rules;
  private final OrganizationReader organization;
  private final AccountId own;

  /**
   * Prepares to apply the rules.
   *
   * @param own the account of the credentials
   */
  Membership(AwsSection aws, OrganizationReader organization, AccountId own) {
    this.aws = aws;
    this.rules = aws.organizations();
    this.organization = organization;
    this.own = own;
  }

  /**
   * The accounts of the organization by the rules, together with those the configuration names;
   * what is named is in whatever the rules say, unless nobody gets into it.
   *
   * @throws UnreadableException if the organization cannot be read
   */
  Roster roster() {
    SortedMap<AccountId, Target> targets = named(aws, own);
    List<LeftOut> leftOut = new ArrayList<>();
    List<OrganizationAccount> all = organization.accounts();
    Map<AccountId, SortedMap<String, String>> tags = tags(all);
    for (OrganizationAccount account : all) {
      judge(account, tags.getOrDefault(account.account(), new TreeMap<>()), targets, leftOut);
    }
    return new Roster(List.copyOf(targets.values()), leftOut, true, Optional.empty());
  }

  /** Accounts of the organization beside those of a roster that did not ask it. */
  static Roster beside(Roster named, List<OrganizationAccount> all) {
    List<LeftOut> leftOut =
        all.stream()
            .filter(account -> named.target(account.account()).isEmpty())
            .map(
                account ->
                    new LeftOut(
                        account.account(),
                        account.name(),
                        account.state(),
                        account.isOpen() ? LeftOut.Reason.NOT_NAMED : LeftOut.Reason.STATE))
            .toList();
    return new Roster(named.targets(), leftOut, true, Optional.empty());
  }

  /** Those the configuration names. */
  static SortedMap<AccountId, Target> named(AwsSection aws, AccountId own) {
    SortedMap<AccountId, Target> targets = new TreeMap<>();
    aws.accounts().forEach((id, name) -> targets.put(id, new Target(id, name, id.equals(own))));
    return targets;
  }

  private void judge(
      OrganizationAccount account,
      SortedMap<String, String> tags,
      SortedMap<AccountId, Target> targets,
      List<LeftOut> leftOut) {
    AccountId id = account.account();
    String name = aws.nameOf(id).orElse(account.name());
    Optional<AccountRule> rule = rule(account, tags);
    Optional<LeftOut.Reason> reason = reason(account, tags, rule);
    boolean isNamed = targets.containsKey(id);
    if (!account.isOpen() || (reason.isPresent() && !isNamed)) {
      targets.remove(id);
      leftOut.add(new LeftOut(id, name, account.state(), reason.orElse(LeftOut.Reason.STATE)));
    } else {
      targets.put(id, new Target(id, name, id.equals(own), rule));
    }
  }

  private Optional<LeftOut.Reason> reason(
      OrganizationAccount account, SortedMap<String, String> tags, Optional<AccountRule> rule) {
    if (!account.isOpen()) {
      return Optional.of(LeftOut.Reason.STATE);
    }
    if (rules.exclude().stream().anyMatch(pattern -> matches(pattern, account, tags))) {
      return Optional.of(LeftOut.Reason.EXCLUDED);
    }
    if (rule.isEmpty() && !rules.include().isEmpty()) {
      return Optional.of(LeftOut.Reason.NOT_INCLUDED);
    }
    return carries(tags) ? Optional.empty() : Optional.of(LeftOut.Reason.TAGS);
  }

  private Optional<AccountRule> rule(OrganizationAccount account, SortedMap<String, String> tags) {
    return rules.include().stream()
        .filter(rule -> matches(rule.match(), account, tags))
        .findFirst();
  }

  private boolean matches(
      AccountPattern pattern, OrganizationAccount account, SortedMap<String, String> tags) {
    return switch (pattern) {
      case AccountPattern.Unit(String unit) -> below(unit).contains(account.account());
      case AccountPattern.Tag tag ->
          Optional.ofNullable(tags.get(tag.key())).filter(tag::matches).isPresent();
      case AccountPattern.Named named ->
          named.matches(
              List.of(
                  account.account().id(),
                  account.name(),
                  aws.nameOf(account.account()).orElse("")));
    };
  }

  private Set<AccountId> below(String unit) {
    return organization
        .below(unit)
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.Kind.USAGE,
                    "config.unit",
                    "aws.organizations names " + unit + ", which the organization does not have",
                    "Correct it: aws organizations list-organizational-units-for-parent"));
  }

  private boolean carries(SortedMap<String, String> tags) {
    return rules.tags().entrySet().stream()
        .allMatch(
            wanted ->
                Optional.ofNullable(tags.get(wanted.getKey()))
                    .filter(
                        value ->
                            wanted.getValue().stream().anyMatch(v -> Glob.of(v).matches(value)))
                    .isPresent());
  }

  /** Tags cost a call for each account; they are asked only if a rule wants to know. */
  private Map<AccountId, SortedMap<String, String>> tags(List<OrganizationAccount> all) {
    if (!rules.calls().containsAll(OrganizationReader.TAG_CALLS)) {
      return Map.of();
    }
    return organization.tags(
        all.stream()
            .filter(OrganizationAccount::isOpen)
            .map(OrganizationAccount::account)
            .toList());
  }
}
