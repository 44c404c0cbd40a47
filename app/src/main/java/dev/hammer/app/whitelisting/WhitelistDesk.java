package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.filter.DidYouMean;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Merge;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Accepts risks and ends acceptances; the status of issues follows at once, without a look. */
public final class WhitelistDesk {
  private static final int TRIES = 8;

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

  /** All that is accepted, as a scan needs it. */
  public Whitelist whitelist() {
    return new Whitelist(all().toList());
  }

  /** The live issues that an entry would cover. */
  public List<Issue> covered(WhitelistEntry entry) {
    List<Issue> covered = new ArrayList<>();
    store.query(
        live(entry),
        issue -> {
          if (entry.covers(issue.key().check(), issue.resource())) {
            covered.add(issue);
          }
        });
    return covered;
  }

  /** Keeps an entry; returns the issues whose status changed. */
  public List<Issue> add(WhitelistEntry entry, String actor) {
    List<Issue> covered = covered(entry);
    store.add(entry);
    return relist(covered, actor);
  }

  /**
   * Ends an entry now; returns the issues whose status changed.
   *
   * @throws CommandFailure if there is no such entry, or a file keeps it
   */
  public List<Issue> end(String id, String actor) {
    WhitelistEntry entry = find(id);
    if (!entry.source().equals(WhitelistEntry.STORE)) {
      throw new CommandFailure(
          CommandFailure.Kind.REFUSED,
          "whitelist.file",
          entry.id() + " is kept in " + entry.source(),
          "Remove it there");
    }
    if (!entry.isActive(clock.instant())) {
      throw new CommandFailure(
          CommandFailure.Kind.REFUSED,
          "whitelist.ended",
          entry.id() + " ended already",
          "hammer whitelist list shows what is in force");
    }
    store.replace(entry.ending(clock.instant()));
    return relist(covered(entry), actor);
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
    List<Issue> whitelisted = new ArrayList<>();
    store.query(IssueQuery.ALL.withStatuses(Set.of(Status.WHITELISTED)), whitelisted::add);
    return relist(whitelisted, "identification");
  }

  private List<Issue> relist(List<Issue> issues, String actor) {
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

  private static IssueQuery live(WhitelistEntry entry) {
    IssueQuery live = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN, Status.WHITELISTED));
    return entry.check().equals("*") ? live : live.withChecks(Set.of(entry.check()));
  }
}
