package dev.hammer.core.issue;

import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.scan.Look;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Risk;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Merges what a look saw into what is stored. A pure function: previous issues, verdicts and
 * completeness in, changes out. What was not read changes nothing; an older look never overrules a
 * newer one; an unchanged issue costs no write.
 */
public final class Merge {
  private static final String TAGS = "tags";

  private final Relisting whitelist;
  private final Instant now;

  public Merge(Whitelist whitelist, Instant now) {
    this.whitelist = new Relisting(whitelist, now);
    this.now = now;
  }

  /**
   * Merges one look.
   *
   * @param stored the live issues of the slice, and whatever is stored under the {@link #keys} of
   *     what violates
   */
  public Merged merge(Look look, Collection<Issue> stored) {
    Map<IssueKey, Issue> known = new TreeMap<>();
    stored.forEach(issue -> known.put(issue.key(), issue));
    Spellings spellings = new Spellings(look, stored);
    List<Change> changes = new ArrayList<>();
    List<String> unconfirmed = new ArrayList<>();
    List<String> unproved = new ArrayList<>();
    for (Judged judged : look.violations()) {
      Spellings.Same same = spellings.of(judged.ref());
      Optional<Issue> before =
          same.issue().flatMap(i -> Optional.ofNullable(known.remove(i.key())));
      seenViolating(look, judged, before).ifPresent(changes::add);
      if (isUnproved(look, judged, before)) {
        unproved.add(before.map(Issue::key).orElseGet(() -> keyOf(look, judged)).issueId());
      }
      for (Issue twice : same.doubles()) {
        if (known.remove(twice.key()) != null) {
          ended(look, judged, before, twice).ifPresent(changes::add);
        }
      }
    }
    for (Issue issue : known.values()) {
      if (!issue.status().isLive() || !spellings.isHere(issue) || !concerns(look, issue)) {
        continue;
      }
      switch (fate(look, spellings, issue)) {
        case Fate.Resolved(String why, Instant readAt) ->
            changes.add(resolved(look, issue, why, readAt));
        case Fate.Superseded _ -> {}
        case Fate.Unconfirmed _ -> unconfirmed.add(issue.key().issueId());
      }
    }
    return new Merged(look, changes, unconfirmed, unproved);
  }

  /**
   * What must be loaded beside the live issues of the slice: the keys of what violates, in each
   * spelling, where none of them is live.
   */
  public static List<IssueKey> keys(Look look, Collection<Issue> live) {
    return Spellings.missing(look, live);
  }

  /**
   * Applies the whitelist to an issue without a look, when an entry was added or ended.
   *
   * @param actor who did it
   */
  public Optional<Change> relist(Issue issue, String actor) {
    if (issue.status() != Status.OPEN && issue.status() != Status.WHITELISTED) {
      return Optional.empty();
    }
    Optional<WhitelistEntry> entry = whitelist.covering(issue.risk(), issue.whitelistId());
    if (!Relisting.isNews(issue, entry)) {
      return Optional.empty();
    }
    Issue after =
        new IssueEdit(issue)
            .status(Relisting.status(entry), entry.map(WhitelistEntry::id))
            .timestamps(issue.timestamps().changed(now))
            .event(Relisting.kind(issue, entry), now, Optional.empty())
            .done();
    return Optional.of(change(Optional.of(issue), after, actor, whitelist.text(issue, entry)));
  }

  private boolean isUnproved(Look look, Judged judged, Optional<Issue> stored) {
    Optional<String> held = stored.flatMap(Issue::whitelistId);
    Risk risk = risk(keyOf(look, judged), judged);
    return held.isPresent() && whitelist.isUnproved(risk, whitelist.covering(risk, held));
  }

  private static IssueKey keyOf(Look look, Judged judged) {
    return new IssueKey(look.slice().check(), look.slice().account(), judged.ref().id());
  }

  private Optional<Change> seenViolating(Look look, Judged judged, Optional<Issue> stored) {
    IssueKey key = stored.map(Issue::key).orElseGet(() -> keyOf(look, judged));
    Optional<WhitelistEntry> entry =
        whitelist.covering(risk(key, judged), stored.flatMap(Issue::whitelistId));
    if (stored.isEmpty()) {
      return Optional.of(born(look, judged, key, entry, Optional.empty()));
    }
    Issue before = stored.get();
    if (judged.readAt().isBefore(before.observedAt())) {
      return Optional.empty();
    }
    return switch (before.status()) {
      case OPEN, WHITELISTED, UNKNOWN -> still(look, judged, before, entry);
      case RESOLVED -> Optional.of(back(look, judged, before, entry));
      case CLOSED ->
          entry.isPresent()
              ? Optional.empty()
              : Optional.of(born(look, judged, key, entry, Optional.of(before)));
    };
  }

  /** A new record, or the new life of a closed one. */
  private Change born(
      Look look,
      Judged judged,
      IssueKey key,
      Optional<WhitelistEntry> entry,
      Optional<Issue> closed) {
    EventKind kind = closed.isPresent() ? EventKind.BACK : EventKind.FOUND;
    Issue after =
        new Issue(
            key,
            look.slice().region(),
            judged.ref(),
            judged.tags(),
            Relisting.status(entry),
            Finding.of(judged.verdict()),
            Timestamps.born(now),
            judged.readAt(),
            closed.map(Issue::life).orElse(0) + 1,
            entry.map(WhitelistEntry::id),
            kind,
            now,
            Optional.of(look.scanId()),
            Reporting.NONE,
            closed.map(Issue::version).orElse(0L) + 1);
    String text = closed.isPresent() ? "was closed; there again" : judged.verdict().summary();
    return seen(look, closed, after, judged, Relisting.withAcceptance(text, entry));
  }

  private Change back(Look look, Judged judged, Issue before, Optional<WhitelistEntry> entry) {
    Issue after =
        observed(look, judged, before, entry).event(EventKind.BACK, now, scan(look)).done();
    String since =
        before.timestamps().resolved().map(at -> "was resolved " + at).orElse("was resolved");
    String text = Relisting.withAcceptance(since + "; there again", entry);
    return seen(look, Optional.of(before), after, judged, text);
  }

  /** Still there: news, a changed whitelist, or nothing to write. */
  private Optional<Change> still(
      Look look, Judged judged, Issue before, Optional<WhitelistEntry> entry) {
    Finding fresh = Finding.of(judged.verdict());
    boolean news = fresh.isNewsBeside(before.finding());
    boolean relisted = Relisting.isNews(before, entry);
    if (!news && !relisted) {
      return quiet(look, judged, before);
    }
    List<String> texts = new ArrayList<>();
    if (news) {
      texts.add(ChangeText.of(before.finding(), fresh));
    }
    if (relisted) {
      texts.add(whitelist.text(before, entry));
    }
    EventKind kind = relisted ? Relisting.kind(before, entry) : EventKind.CHANGED;
    Issue after = observed(look, judged, before, entry).event(kind, now, scan(look)).done();
    return Optional.of(seen(look, Optional.of(before), after, judged, String.join("; ", texts)));
  }

  /**
   * Nothing that is news. Tags decide who owns the issue, so they are kept up to date all the same;
   * and what was confirmed outside a full look must hold against older full looks.
   */
  private static Optional<Change> quiet(Look look, Judged judged, Issue before) {
    boolean retagged = tagsRead(judged) && !judged.tags().equals(before.tags());
    boolean confirmed = look.only().isPresent() && judged.readAt().isAfter(before.observedAt());
    if (!retagged && !confirmed) {
      return Optional.empty();
    }
    Issue after =
        new IssueEdit(before)
            .resource(judged.ref(), tagsRead(judged) ? judged.tags() : before.tags())
            .finding(findingOf(judged, before))
            .observedAt(judged.readAt())
            .done();
    return Optional.of(
        new Change(Optional.of(before), after, Optional.empty(), Optional.of(Proof.of(judged))));
  }

  private IssueEdit observed(
      Look look, Judged judged, Issue before, Optional<WhitelistEntry> entry) {
    return new IssueEdit(before)
        .unitRegion(look.slice().region())
        .resource(judged.ref(), tagsRead(judged) ? judged.tags() : before.tags())
        .finding(findingOf(judged, before))
        .status(Relisting.status(entry), entry.map(WhitelistEntry::id))
        .timestamps(before.timestamps().changed(now))
        .observedAt(judged.readAt());
  }

  private static boolean tagsRead(Judged judged) {
    return judged
        .verdict()
        .details()
        .get(TAGS)
        .filter(t -> !(t instanceof Value.Absent))
        .isPresent();
  }

  /** What was seen; tags that could not be read this time stay as they were known. */
  private static Finding findingOf(Judged judged, Issue before) {
    Finding fresh = Finding.of(judged.verdict());
    Optional<Value> known = before.finding().details().get(TAGS);
    if (tagsRead(judged) || known.isEmpty()) {
      return fresh;
    }
    Value.Builder details = Value.fields();
    fresh.details().fields().forEach(details::add);
    return new Finding(
        fresh.severity(),
        fresh.summary(),
        fresh.reason(),
        details.note(TAGS, known.get()).build(),
        fresh.latent(),
        fresh.contextUnread());
  }

  private Change resolved(Look look, Issue before, String why, Instant readAt) {
    Issue after =
        new IssueEdit(before)
            .status(Status.RESOLVED, Optional.empty())
            .timestamps(before.timestamps().resolved(now))
            .observedAt(readAt)
            .event(EventKind.RESOLVED, now, scan(look))
            .done();
    HistoryEntry entry =
        HistoryText.entry(Optional.of(before), after, "identification", scan(look), why);
    return new Change(Optional.of(before), after, Optional.of(entry), Optional.empty());
  }

  /** A resource that was stored under two spellings is one issue from now on. */
  private Optional<Change> ended(Look look, Judged judged, Optional<Issue> stays, Issue twice) {
    if (!twice.status().isLive() || judged.readAt().isBefore(twice.observedAt())) {
      return Optional.empty();
    }
    String why =
        stays.map(one -> "the same resource is issue " + one.ref().shown()).orElse("told twice");
    return Optional.of(resolved(look, twice, why, judged.readAt()));
  }

  /** What becomes of a live issue that was not seen violating. */
  private sealed interface Fate {
    record Resolved(String why, Instant readAt) implements Fate {}

    /** A newer look has the say. */
    record Superseded() implements Fate {}

    record Unconfirmed() implements Fate {}
  }

  private static Fate fate(Look look, Spellings spellings, Issue issue) {
    Optional<Instant> compliant = spellings.compliant(issue);
    if (compliant.isPresent()) {
      return compliant.get().isBefore(issue.observedAt())
          ? new Fate.Superseded()
          : new Fate.Resolved("seen compliant", compliant.get());
    }
    if (spellings.isUndecided(issue) || !provesAbsence(look.end(), issue)) {
      return new Fate.Unconfirmed();
    }
    return look.began().isAfter(issue.observedAt())
        ? new Fate.Resolved(look.absence().words(), look.began())
        : new Fate.Superseded();
  }

  private static boolean provesAbsence(ListingEnd end, Issue issue) {
    return switch (end) {
      case ListingEnd.Complete _ -> true;
      case ListingEnd.Broken _ -> false;
      case ListingEnd.Partial(List<ListingEnd.Gap> gaps) ->
          issue
              .resource()
              .parent()
              .filter(parent -> gaps.stream().noneMatch(gap -> gap.parent().equals(parent)))
              .isPresent();
    };
  }

  private static boolean concerns(Look look, Issue issue) {
    return look.only().filter(name -> !issue.resource().isCalled(name)).isEmpty();
  }

  private static Risk risk(IssueKey key, Judged judged) {
    Optional<Tags> tags = tagsRead(judged) ? Optional.of(judged.tags()) : Optional.empty();
    return new Risk(key.check(), judged.ref(), tags);
  }

  private static Optional<String> scan(Look look) {
    return Optional.of(look.scanId());
  }

  private static Change seen(
      Look look, Optional<Issue> before, Issue after, Judged judged, String text) {
    HistoryEntry entry = HistoryText.entry(before, after, "identification", scan(look), text);
    return new Change(before, after, Optional.of(entry), Optional.of(Proof.of(judged)));
  }

  private static Change change(Optional<Issue> before, Issue after, String actor, String text) {
    HistoryEntry entry = HistoryText.entry(before, after, actor, Optional.empty(), text);
    return new Change(before, after, Optional.of(entry), Optional.empty());
  }
}
