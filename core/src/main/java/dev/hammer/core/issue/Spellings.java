package dev.hammer.core.issue;

import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Undecided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which stored issue is that of a resource, though it may be stored under another spelling: the
 * predecessor took the URL of a queue as some host answered it, and plain names. The stored key
 * stays; a resource has one issue.
 */
final class Spellings {
  /** Of several, one whose fault is there stays, then the one that is spelled as we do. */
  private static Comparator<Issue> staying(ResourceRef ref) {
    return Comparator.<Issue, Boolean>comparing(issue -> !issue.status().isLive())
        .thenComparing(issue -> !issue.key().issueId().equals(ref.id()))
        .thenComparing(Issue::key);
  }

  /** The issues of one resource: the one that stays, and those that tell the same once more. */
  record Same(Optional<Issue> issue, List<Issue> doubles) {}

  private final Look look;
  private final Map<String, List<Issue>> stored = new HashMap<>();
  private final Set<String> undecided = new HashSet<>();

  Spellings(Look look, Collection<Issue> issues) {
    this.look = look;
    for (Issue issue : issues) {
      add(issue.key().issueId(), issue);
      if (!issue.resource().id().equals(issue.key().issueId())) {
        add(issue.resource().id(), issue);
      }
    }
    for (Undecided one : look.undecided()) {
      undecided.add(one.ref().id());
      undecided.addAll(one.ref().aliases());
    }
  }

  /** What else has to be loaded to know whether the violations are stored. */
  static List<IssueKey> missing(Look look, Collection<Issue> live) {
    Spellings spellings = new Spellings(look, live);
    return look.violations().stream()
        .map(Judged::ref)
        .filter(ref -> spellings.of(ref).issue().isEmpty())
        .flatMap(ref -> spellingsOf(ref).stream())
        .distinct()
        .map(id -> new IssueKey(look.slice().check(), look.slice().account(), id))
        .toList();
  }

  Same of(ResourceRef ref) {
    Set<Issue> found = new HashSet<>(stored.getOrDefault(ref.id(), List.of()));
    for (String alias : ref.aliases()) {
      stored.getOrDefault(alias, List.of()).stream().filter(this::isHere).forEach(found::add);
    }
    List<Issue> ordered = found.stream().sorted(staying(ref)).toList();
    return ordered.isEmpty()
        ? new Same(Optional.empty(), List.of())
        : new Same(Optional.of(ordered.getFirst()), ordered.subList(1, ordered.size()));
  }

  /** When the resource of an issue was seen compliant, if it was. */
  Optional<Instant> compliant(Issue issue) {
    String id = issue.key().issueId();
    return Optional.ofNullable(look.compliant().get(id))
        .or(() -> Optional.ofNullable(look.compliant().get(issue.resource().id())))
        .or(
            () ->
                Optional.ofNullable(look.aliases().get(id))
                    .flatMap(spelled -> Optional.ofNullable(look.compliant().get(spelled))));
  }

  boolean isUndecided(Issue issue) {
    return undecided.contains(issue.key().issueId()) || undecided.contains(issue.resource().id());
  }

  /** Whether the look is at where it was found: a name may be given once in each region. */
  boolean isHere(Issue issue) {
    return issue.unitRegion().equals(look.slice().region())
        || issue.unitRegion().equals(Region.UNKNOWN);
  }

  private void add(String id, Issue issue) {
    stored.computeIfAbsent(id, _ -> new ArrayList<>()).add(issue);
  }

  private static List<String> spellingsOf(ResourceRef ref) {
    List<String> spellings = new ArrayList<>(ref.aliases());
    spellings.add(ref.id());
    return spellings;
  }
}
