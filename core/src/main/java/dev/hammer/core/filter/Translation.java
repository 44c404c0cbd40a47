package dev.hammer.core.filter;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Spells a filter out: each term about status, severity, check, service, account, unit or region
 * becomes a set of those that the store has. What is left is for the filter itself.
 */
final class Translation {
  private final Atlas atlas;
  private final Set<Status> statuses = new HashSet<>(Arrays.asList(Status.values()));
  private final Set<Severity> severities = new HashSet<>(Arrays.asList(Severity.values()));
  private final Set<String> checks;
  private final Set<AccountId> accounts;
  private final Set<Region> regions;
  private String resource = "";
  private boolean isExact = true;

  private Translation(Atlas atlas) {
    this.atlas = atlas;
    this.checks = new HashSet<>(atlas.places().checks());
    this.accounts = new HashSet<>(atlas.places().accounts());
    this.regions = new HashSet<>(atlas.places().regions());
  }

  static Selection of(List<Term> terms, Atlas atlas) {
    Translation translation = new Translation(atlas);
    terms.forEach(term -> translation.isExact &= translation.demand(term));
    return translation.selection();
  }

  private Selection selection() {
    boolean canSelect =
        List.of(statuses, severities, checks, accounts, regions).stream()
            .noneMatch(Collection::isEmpty);
    return new Selection(canSelect ? Optional.of(query()) : Optional.empty(), isExact);
  }

  private IssueQuery query() {
    return new IssueQuery(
        unlessAll(statuses, Status.values().length),
        unlessAll(severities, Severity.values().length),
        unlessAll(checks, atlas.places().checks().size()),
        unlessAll(accounts, atlas.places().accounts().size()),
        unlessAll(regions, atlas.places().regions().size()),
        resource);
  }

  private static <T> Set<T> unlessAll(Set<T> some, int all) {
    return some.size() == all ? Set.of() : some;
  }

  /** Whether what the term demands is wholly in the query now. */
  private boolean demand(Term term) {
    return demand(term, statuses, Translation::isAboutStatus, Translation::is)
        || demand(term, severities, Criterion.Graded.class::isInstance, Translation::is)
        || demand(term, checks, c -> isAbout(c, Naming.CHECK, Naming.SERVICE), this::isOfCheck)
        || demand(term, accounts, c -> isAbout(c, Naming.ACCOUNT, Naming.OU), this::isOfAccount)
        || demand(term, regions, c -> isAbout(c, Naming.REGION), Translation::is)
        || demandResource(term);
  }

  private static <T> boolean demand(
      Term term, Set<T> possible, Predicate<Criterion> isAbout, BiPredicate<Criterion, T> holds) {
    if (!term.anyOf().stream().allMatch(isAbout)) {
      return false;
    }
    possible.removeIf(
        each -> term.negated() == term.anyOf().stream().anyMatch(c -> holds.test(c, each)));
    return true;
  }

  /** Stores look up one name, by case. */
  private boolean demandResource(Term term) {
    if (term.negated()
        || !resource.isEmpty()
        || term.anyOf().size() != 1
        || !(term.anyOf().getFirst() instanceof Criterion.Named(Naming naming, Wording wording))
        || naming != Naming.RESOURCE
        || wording.isGlob()
        || wording.text().isEmpty()) {
      return false;
    }
    resource = wording.text();
    return true;
  }

  private static boolean isAboutStatus(Criterion criterion) {
    return criterion instanceof Criterion.Stands(State state) && state.status().isPresent();
  }

  private static boolean isAbout(Criterion criterion, Naming... namings) {
    return criterion instanceof Criterion.Named(Naming naming, var _)
        && Arrays.asList(namings).contains(naming);
  }

  private static boolean is(Criterion criterion, Status status) {
    return criterion instanceof Criterion.Stands(State state)
        && state.status().filter(status::equals).isPresent();
  }

  private static boolean is(Criterion criterion, Severity severity) {
    return criterion instanceof Criterion.Graded graded && graded.holds(severity);
  }

  private static boolean is(Criterion criterion, Region region) {
    return criterion instanceof Criterion.Named(var _, Wording wording)
        && wording.matches(region.name());
  }

  private boolean isOfCheck(Criterion criterion, String check) {
    return criterion instanceof Criterion.Named(Naming naming, Wording wording)
        && wording.matches(naming == Naming.CHECK ? check : atlas.services().apply(check));
  }

  private boolean isOfAccount(Criterion criterion, AccountId account) {
    return criterion instanceof Criterion.Named(Naming naming, Wording wording)
        && (naming == Naming.ACCOUNT
            ? Naming.isAccount(wording, account, atlas.names().apply(account))
            : atlas.units().apply(account).stream().anyMatch(wording::matches));
  }
}
