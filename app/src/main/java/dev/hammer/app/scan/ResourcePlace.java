package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the one resource of a re-check is to be looked for. */
record ResourcePlace(String service, Optional<AccountId> account, Optional<Region> region) {
  private static final int ARN_PARTS = 6;

  /** From an ARN, or, for any other name, from the issues that are stored of it. */
  static ResourcePlace of(String resource, IssueStore store) {
    String[] parts = resource.split(":", ARN_PARTS);
    if (parts.length == ARN_PARTS && parts[0].equals("arn")) {
      return ofArn(resource, parts);
    }
    List<Issue> issues = new ArrayList<>();
    store.query(IssueQuery.ALL.withResource(resource), issues::add);
    return issues.stream()
        .flatMap(
            issue ->
                Catalogue.check(issue.key().check()).stream()
                    .map(type -> ofIssue(issue, type.info())))
        .reduce((one, other) -> one.or(other, resource))
        .orElseThrow(() -> unknown(resource));
  }

  /** Where it may be if it is here or there. */
  private ResourcePlace or(ResourcePlace other, String resource) {
    if (!service.equals(other.service)) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "scope.resource",
          "\"" + resource + "\" is the name of resources of " + service + " and " + other.service,
          "Give the ARN of one");
    }
    return new ResourcePlace(
        service,
        account.filter(a -> other.account.equals(Optional.of(a))),
        region.filter(r -> other.region.equals(Optional.of(r))));
  }

  private static ResourcePlace ofArn(String arn, String[] parts) {
    String service = parts[2];
    Scope scope =
        Catalogue.infos().stream()
            .map(CheckInfo::service)
            .filter(service::equals)
            .findFirst()
            .map(Catalogue::scopeOf)
            .orElseThrow(() -> noChecks(arn, service));
    Optional<Region> region =
        Optional.of(parts[3])
            .filter(text -> !text.isBlank() && scope == Scope.REGIONAL)
            .map(Region::of);
    return new ResourcePlace(
        service, Optional.of(parts[4]).filter(AccountId::isValid).map(AccountId::of), region);
  }

  private static ResourcePlace ofIssue(Issue issue, CheckInfo info) {
    return new ResourcePlace(
        info.service(),
        Optional.of(issue.key().account()),
        Optional.of(issue.unitRegion()).filter(Region::isReal));
  }

  private static CommandFailure noChecks(String arn, String service) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "scope.resource",
        "no check looks at resources of " + service + ": " + arn,
        "Services: "
            + String.join(
                ", ",
                Catalogue.infos().stream().map(CheckInfo::service).distinct().sorted().toList()));
  }

  private static CommandFailure unknown(String resource) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "scope.resource",
        "\"" + resource + "\" is no ARN, and no issue is stored of a resource with that name",
        "Give its ARN: arn:aws:<service>:<region>:<account>:<resource>");
  }
}
