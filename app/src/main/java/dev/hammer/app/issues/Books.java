package dev.hammer.app.issues;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AcceptedGap;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.config.Gaps;
import dev.hammer.checks.Catalogue;
import dev.hammer.checks.CheckType;
import dev.hammer.core.filter.Atlas;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.filter.FilterSubject;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssuePlaces;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.ScanStore;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.whitelist.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How things stand: the last look at every slice of the configured scope, and what that says of an
 * issue. What left the scope is unverified.
 */
public final class Books {
  private static final int FEW_SCANS = 5;
  private static final int RECENT_SCANS = 200;

  private final Configuration configuration;
  private final ScanStore store;
  private final Instant now;
  private final Optional<Scan> latest;
  private final Optional<Directory> directory;
  private final Gaps gaps;
  private final Units units;
  private @Nullable Standing standing;
  private @Nullable Boolean inDoubt;

  private Books(
      Configuration configuration,
      ScanStore store,
      Instant now,
      Optional<Scan> latest,
      Optional<Directory> directory,
      Units units) {
    this.configuration = configuration;
    this.store = store;
    this.now = now;
    this.latest = latest;
    this.directory = directory;
    this.gaps = Gaps.at(configuration.aws().acceptedGaps(), now);
    this.units = units;
  }

  /** Opens the books as they stand now; how the slices stand is read when first asked for. */
  public static Books open(Configuration configuration, ScanStore store, Instant now) {
    boolean asks = configuration.aws().organizations().enabled();
    List<Scan> few = store.scans(FEW_SCANS);
    boolean isEnough = few.stream().anyMatch(Scan::whole) && (!asks || directory(few).isPresent());
    List<Scan> scans = isEnough ? few : store.scans(RECENT_SCANS);
    Optional<Scan> whole = scans.stream().filter(Scan::whole).findFirst();
    return new Books(
        configuration,
        store,
        now,
        whole.or(() -> scans.stream().findFirst()),
        asks ? directory(scans) : Optional.empty(),
        UnitDirectory.of(scans));
  }

  /** The latest scan of the whole scope; without one, the latest of any. */
  public Optional<Scan> latest() {
    return latest;
  }

  /** Whether anything was ever scanned. */
  public boolean isEmpty() {
    return latest.isEmpty();
  }

  public Coverage coverage() {
    return standing().coverage();
  }

  /** How each slice of the scope stands, sorted, read anew. */
  public List<SliceState> slices() {
    List<SliceState> slices = new ArrayList<>();
    each(slices::add);
    return slices;
  }

  public Instant now() {
    return now;
  }

  public String accountName(AccountId account) {
    return configuration
        .aws()
        .nameOf(account)
        .or(() -> directory.flatMap(all -> Optional.ofNullable(all.names().get(account))))
        .orElse("");
  }

  /** The accounts that have names, by id. */
  public SortedMap<AccountId, String> accountNames() {
    SortedMap<AccountId, String> names = new TreeMap<>();
    directory.ifPresent(all -> names.putAll(all.names()));
    names.putAll(configuration.aws().accounts());
    names.values().removeIf(String::isEmpty);
    return names;
  }

  /** What is known of the units of the organization. */
  public Units units() {
    return units;
  }

  /** Whether the last planned look at the issue was decided. */
  public boolean isVerified(Issue issue) {
    return standing().isVerified(issue);
  }

  /** Whether the last planned look at the slice came that far. */
  boolean wasReached(Slice slice) {
    return standing().wasReached(slice);
  }

  /** The ids of issues of the slice that the last look could not confirm. */
  Set<String> unconfirmed(Slice slice) {
    return standing().unconfirmed(slice);
  }

  /**
   * Whether there are issues that no last look confirmed. Found out once: a store has fewer slices
   * than issues, but many.
   */
  synchronized boolean isInDoubt(IssueStore issues) {
    Boolean known = inDoubt;
    if (known == null) {
      boolean[] found = {false};
      issues.tally(
          IssueQuery.ALL,
          tally -> found[0] |= !wasReached(tally.slice()) || !unconfirmed(tally.slice()).isEmpty());
      known = found[0];
      inDoubt = known;
    }
    return known;
  }

  /**
   * The last look at where the issue is, if it left anything open there; absent if all was read, or
   * if the issue left the scope.
   */
  public Optional<SliceState> openLook(Issue issue) {
    return standing().unsettled(issue.slice());
  }

  /** Whether what happened to it last happened in the latest scan, or after. */
  public boolean isLatest(Issue issue) {
    return latest.filter(scan -> !issue.eventAt().isBefore(scan.started())).isPresent();
  }

  /** The issue with all that a filter may ask. */
  public FilterSubject subject(Issue issue) {
    return new FilterSubject(
        issue,
        accountName(issue.key().account()),
        units.above(issue.key().account()),
        serviceOf(issue.key().check()),
        isVerified(issue),
        isLatest(issue),
        now);
  }

  /**
   * Tells which issues a filter selects.
   *
   * @throws CommandFailure if it names a unit of which nothing is known: an account that is not
   *     below a unit is not the same as one of which that cannot be told
   */
  public Predicate<Issue> selecting(Filter filter) {
    for (String unit : filter.units()) {
      if (!units.knows(unit)) {
        throw unknown(unit);
      }
    }
    return issue -> filter.test(subject(issue));
  }

  private CommandFailure unknown(String unit) {
    String known =
        units.below().isEmpty() ? "" : "Known: " + String.join(", ", units.below().keySet()) + "\n";
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "filter.unit",
        "Filter: which accounts are below " + unit + " is not known",
        known
            + "A scan asks for the units that aws.organizations or an entry of the whitelist names");
  }

  /** What is known of the issues that a store has. */
  Atlas atlas(IssuePlaces places) {
    return new Atlas(places, this::accountName, units::above, Books::serviceOf);
  }

  private static String serviceOf(String name) {
    Optional<CheckType<?>> check = Catalogue.check(name);
    return check.map(type -> type.info().service()).orElse("");
  }

  private synchronized Standing standing() {
    Standing read = standing;
    if (read == null) {
      Standing all = new Standing();
      each(all::add);
      read = all.close();
      standing = read;
    }
    return read;
  }

  private void each(Consumer<SliceState> each) {
    store.slices(
        state -> {
          if (isInScope(state.slice()) && gapOf(state).isEmpty()) {
            each.accept(state);
          }
        });
  }

  /** What may stay unread does not count as unread. */
  private Optional<AcceptedGap> gapOf(SliceState state) {
    AccountId account = state.slice().account();
    return gaps.of(List.of(account.id(), accountName(account)), state.unit());
  }

  private boolean isInScope(Slice slice) {
    boolean looked =
        !slice.region().isReal()
            || configuration.aws().regions().map(all -> all.contains(slice.region())).orElse(true);
    Optional<CheckSection> section = configuration.check(slice.check());
    return isInScope(slice.account())
        && looked
        && section.filter(s -> s.covers(slice.account())).isPresent();
  }

  /** Of an organization that no scan could read yet, whatever was looked at is in. */
  private boolean isInScope(AccountId account) {
    if (configuration.aws().accounts().containsKey(account)) {
      return true;
    }
    return configuration.aws().organizations().enabled()
        ? directory.map(all -> all.names().containsKey(account)).orElse(true)
        : configuration.aws().accounts().isEmpty();
  }

  private static Optional<Directory> directory(List<Scan> scans) {
    return scans.stream().flatMap(scan -> Directory.of(scan).stream()).findFirst();
  }
}
