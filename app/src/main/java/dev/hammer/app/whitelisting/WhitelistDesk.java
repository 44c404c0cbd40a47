package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.issues.UnitDirectory;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Merge;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.Units;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Accepts risks and ends acceptances; the status of issues follows at once, without a look. */
public final class WhitelistDesk {
  private static final int TRIES = 8;
  private static final IssueQuery WHITELISTED =
      IssueQuery.ALL.withStatuses(Set.of(Status.WHITELISTED));

  private final Store store;
  private final Whitelist files;
  private final InstantSource clock;

  /**
   * Opens the desk.
   *
   * @param files the entries of {@code whitelist.json}, which are changed only there
   */
  public WhitelistDesk(Store store, Whitelist files, InstantSource clock) {
    this.store = store;
    this.files = files;
    this.clock = clock;
  }

  /** Every entry of files and store, those in force first, then by end and id. */
  public List<WhitelistEntry> entries() {
    Instant now = clock.instant();
    return all()
        .sorted(
            Comparator.comparing((WhitelistEntry e) -> !e.isActive(now))
                .thenComparing(e -> e.expires().orElse(Instant.MAX))
                .thenComparing(WhitelistEntry::id))
        .toList();
  }

  /** All that is accepted, with what is known of the units that entries name. */
  public Whitelist whitelist() {
    List<WhitelistEntry> entries = all().toList();
    boolean namesUnits =
        entries.stream().anyMatch(e -> e.scope().accounts() instanceof AccountScope.Below);
    return new Whitelist(entries, namesUnits ? UnitDirectory.latest(store) : Units.UNKNOWN);
  }

  /** Every stored issue that a scope is about, whatever its status. */
  public Matches matches(WhitelistScope scope) {
    return matching(scope).all(scope);
  }

  /** The open and whitelisted issues that a scope is about. */
  public Matches covered(WhitelistScope scope) {
    return matching(scope).live(scope);
  }

  /** How many issues each entry accepts now, by its id. */
  public Map<String, Long> accepted() {
    Map<String, Long> accepted = new TreeMap<>();
    store.query(
        WHITELISTED,
        issue -> issue.whitelistId().ifPresent(id -> accepted.merge(id, 1L, Long::sum)));
    return accepted;
  }

  /** Keeps entries; returns the issues whose status changed. */
  public List<Issue> add(List<WhitelistEntry> entries, String actor) {
    SequencedMap<IssueKey, Issue> covered = new LinkedHashMap<>();
    for (WhitelistEntry entry : entries) {
      covered(entry.scope()).surely().forEach(issue -> covered.put(issue.key(), issue));
      store.add(entry);
    }
    return relist(covered.values(), actor);
  }

  /** Ends an entry now; returns the issues whose status changed. */
  public List<Issue> end(String id, String actor) {
    return end(id, Optional.of(clock.instant()), actor);
  }

  /**
   * Moves the end of an entry, which is all that can change; returns the issues whose status
   * changed.
   *
   * @param end when it ends; absent for never
   * @throws CommandFailure if there is no such entry, a file keeps it, or it ended already
   */
  public List<Issue> end(String id, Optional<Instant> end, String actor) {
    WhitelistEntry entry = find(id);
    if (!entry.source().equals(WhitelistEntry.STORE)) {
      throw new CommandFailure(
          CommandFailure.Kind.REFUSED,
          "whitelist.file",
          entry.id() + " is kept in " + entry.source(),
          "Change it there");
    }
    if (!entry.isActive(clock.instant())) {
      throw new CommandFailure(
          CommandFailure.Kind.REFUSED,
          "whitelist.ended",
          entry.id() + " ended already",
          "hammer whitelist list shows what is in force; what ended is accepted anew by"
              + " hammer whitelist add");
    }
    Matches covered = covered(entry.scope());
    store.replace(entry.ending(end));
    List<Issue> concerned = new ArrayList<>(covered.surely());
    covered.untold().stream()
        .filter(issue -> issue.whitelistId().filter(entry.id()::equals).isPresent())
        .forEach(concerned::add);
    return relist(concerned, actor);
  }

  /**
   * The entry of this id, with or without its letter.
   *
   * @throws CommandFailure if there is none
   */
  public WhitelistEntry find(String id) {
    return all()
        .filter(entry -> entry.id().equals(id) || entry.id().equals("w-" + id))
        .findFirst()
        .orElseThrow(() -> none(id));
  }

  private CommandFailure none(String id) {
    String near =
        DidYouMean.of(id, all().map(WhitelistEntry::id).toList())
            .map(other -> "; did you mean " + other + "?")
            .orElse("");
    return new CommandFailure(
        CommandFailure.Kind.NOT_FOUND,
        "whitelist.none",
        "No entry of the whitelist is called \"" + id + "\"" + near,
        "List them: hammer whitelist list");
  }

  /** Gives issues back whose entry lapsed since anyone last looked. */
  public List<Issue> lapse() {
    Whitelist whitelist = whitelist();
    List<Issue> changed = new ArrayList<>();
    store.query(
        WHITELISTED, issue -> relist(issue, whitelist, "identification").ifPresent(changed::add));
    return changed;
  }

  private List<Issue> relist(Collection<Issue> issues, String actor) {
    Whitelist whitelist = whitelist();
    List<Issue> changed = new ArrayList<>();
    issues.forEach(issue -> relist(issue, whitelist, actor).ifPresent(changed::add));
    return changed;
  }

  private Optional<Issue> relist(Issue issue, Whitelist whitelist, String actor) {
    Optional<Issue> current = Optional.of(issue);
    for (int i = 0; i < TRIES && current.isPresent(); i++) {
      Merge merge = new Merge(whitelist, clock.instant());
      Optional<Change> change = merge.relist(current.get(), actor);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      if (store.apply(Optional.empty(), List.of(change.get())) instanceof Stored.Applied) {
        return change.map(Change::after).filter(after -> after.status() != issue.status());
      }
      current = store.issues(List.of(issue.key())).stream().findFirst();
    }
    if (current.isEmpty()) {
      return Optional.empty();
    }
    throw new StoreException(
        "others keep writing the issue " + issue.key(), "Run the command again when they are done");
  }

  private Stream<WhitelistEntry> all() {
    return Stream.concat(files.entries().stream(), store.entries().stream());
  }

  private Matching matching(WhitelistScope scope) {
    boolean namesUnit = scope.accounts() instanceof AccountScope.Below;
    return new Matching(store, namesUnit ? UnitDirectory.latest(store) : Units.UNKNOWN);
  }
}
