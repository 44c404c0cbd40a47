package dev.hammer.core.filter;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a store can look up by index. It may leave out only what the filter refuses: where a
 * term is too rich for an index, it counts for nothing here.
 */
final class Narrowing {
  private final List<Term> terms;

  Narrowing(List<Term> terms) {
    this.terms = terms;
  }

  IssueQuery query() {
    return IssueQuery.ALL
        .withStatuses(statuses())
        .withSeverities(severities())
        .withChecks(names(Naming.CHECK))
        .withAccounts(accounts())
        .withResource(resource());
  }

  private Set<Status> statuses() {
    Set<Status> possible = EnumSet.allOf(Status.class);
    for (Term term : terms) {
      List<Optional<Status>> named = term.anyOf().stream().map(Narrowing::status).toList();
      Set<Status> statuses =
          named.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
      if (term.negated()) {
        possible.removeAll(statuses);
      } else if (named.stream().allMatch(Optional::isPresent)) {
        possible.retainAll(statuses);
      }
    }
    boolean any = possible.isEmpty() || possible.size() == Status.values().length;
    return any ? Set.of() : possible;
  }

  private static Optional<Status> status(Criterion criterion) {
    return criterion instanceof Criterion.Stands(State state) ? state.status() : Optional.empty();
  }

  private Set<Severity> severities() {
    Set<Severity> possible = EnumSet.allOf(Severity.class);
    for (Term term : terms) {
      Set<Severity> graded = EnumSet.noneOf(Severity.class);
      term.anyOf().forEach(criterion -> graded.addAll(severities(criterion)));
      if (term.negated()) {
        possible.removeAll(graded);
      } else if (term.anyOf().stream().allMatch(Criterion.Graded.class::isInstance)) {
        possible.retainAll(graded);
      }
    }
    boolean any = possible.isEmpty() || possible.size() == Severity.values().length;
    return any ? Set.of() : possible;
  }

  private static Set<Severity> severities(Criterion criterion) {
    return criterion instanceof Criterion.Graded(Comparison comparison, Severity severity)
        ? Arrays.stream(Severity.values())
            .filter(each -> comparison.holds(each.compareTo(severity)))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private Set<AccountId> accounts() {
    Set<String> ids = names(Naming.ACCOUNT);
    return ids.stream().map(AccountId::of).collect(Collectors.toUnmodifiableSet());
  }

  private String resource() {
    Set<String> names = names(Naming.RESOURCE);
    return names.size() == 1 ? names.iterator().next() : "";
  }

  /** The names one of which every issue must have; empty if that cannot be told, or none can. */
  private Set<String> names(Naming naming) {
    List<Set<String>> demands = new ArrayList<>();
    for (Term term : terms) {
      List<Optional<String>> named =
          term.anyOf().stream().map(criterion -> exactName(naming, criterion)).toList();
      if (!term.negated() && named.stream().allMatch(Optional::isPresent)) {
        demands.add(named.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
      }
    }
    if (demands.isEmpty()) {
      return Set.of();
    }
    Set<String> possible = new HashSet<>(demands.getFirst());
    // Two names of a resource may be the same resource, so one demand is all that can be used.
    if (naming != Naming.RESOURCE) {
      demands.forEach(possible::retainAll);
    }
    return possible;
  }

  private static Optional<String> exactName(Naming naming, Criterion criterion) {
    return criterion instanceof Criterion.Named(Naming asked, Wording wording)
            && asked == naming
            && !wording.isGlob()
            && (naming != Naming.ACCOUNT || Naming.isAccountId(wording))
        ? Optional.of(wording.text())
        : Optional.empty();
  }
}
