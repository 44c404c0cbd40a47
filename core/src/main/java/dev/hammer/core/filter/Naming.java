package dev.hammer.core.filter;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.ResourceRef;

/** The names an issue can be asked for by a key of its own. */
enum Naming {
  CHECK,
  ACCOUNT,
  OU,
  REGION,
  SERVICE,
  RESOURCE,
  NAME,
  REF,
  TICKET;

  boolean holds(Wording wording, FilterSubject subject) {
    Issue issue = subject.issue();
    ResourceRef resource = issue.resource();
    return switch (this) {
      case CHECK -> wording.matches(issue.key().check());
      case ACCOUNT -> isAccount(wording, issue.key().account(), subject.accountName());
      case OU -> subject.units().stream().anyMatch(wording::matches);
      case REGION -> wording.matches(resource.region().name());
      case SERVICE -> wording.matches(subject.service());
      case RESOURCE -> isResource(wording, resource);
      case NAME -> wording.matchesAnyCase(resource.name().orElse(resource.id()));
      case REF -> isRef(wording, issue);
      case TICKET ->
          issue.reporting().ticket().text("ticket").filter(wording::matchesAnyCase).isPresent();
    };
  }

  /** An id is an id even if some other account is named like it, so that stores can use it. */
  static boolean isAccount(Wording wording, AccountId account, String name) {
    return isAccountId(wording)
        ? wording.text().equals(account.id())
        : wording.matches(account.id()) || wording.matchesAnyCase(name);
  }

  static boolean isAccountId(Wording wording) {
    return !wording.isGlob() && AccountId.isValid(wording.text());
  }

  /** By case, as AWS compares and as stores look it up. */
  private static boolean isResource(Wording wording, ResourceRef resource) {
    return wording.isGlob()
        ? wording.matches(resource.id())
            || resource.arn().filter(wording::matches).isPresent()
            || resource.aliases().stream().anyMatch(wording::matches)
        : resource.isCalled(wording.text());
  }

  private static boolean isRef(Wording wording, Issue issue) {
    return wording.isGlob()
        ? wording.matchesAnyCase(issue.ref().text())
        : issue.ref().text().startsWith(Wording.lower(wording.text()))
            || issue.key().toString().equals(wording.text());
  }
}
