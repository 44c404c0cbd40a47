package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what the predecessor wrote, or an item of which only that is left. Whatever is
 * missing is filled in with what goes without saying for the check, or is left unknown; nothing
 * makes such an item unreadable but a key that names no account.
 */
final class Predecessor {
  static final String STATUS = "status";
  static final String DETAILS = "issue_details";
  static final String TIMESTAMPS = "timestamps";
  static final String TICKET = "jira_details";

  private static final String REGION = "([a-z]{2,}(?:-[a-z0-9]+)+-\\d+)";
  private static final Pattern IN_ARN = Pattern.compile("arn:[^:]*:[^:]*:" + REGION + ":.*");
  private static final Pattern IN_URL =
      Pattern.compile("https?://(?:sqs\\.)?" + REGION + "\\.[^/]*/.*");
  private static final Pattern OLDEST_URL = Pattern.compile("https?://queue\\.amazonaws\\.com/.*");
  private static final Pattern ITSELF = Pattern.compile(REGION);

  private final Optional<Shelf> shelf;
  private final IssueKey key;
  private final Item item;
  private final Value.Fields details;
  private final Value.Fields timestamps;

  Predecessor(Optional<Shelf> shelf, IssueKey key, Item item) {
    this.shelf = shelf;
    this.key = key;
    this.item = item;
    this.details = item.map(DETAILS);
    this.timestamps = item.map(TIMESTAMPS);
  }

  Issue issue(Reporting reporting, long version) {
    Status status = item.optional(STATUS).map(Status::parse).orElse(Status.UNKNOWN);
    Optional<Instant> resolved = moment("resolved");
    Instant identified =
        moment("identified").or(() -> moment("updated")).orElse(Timestamps.UNKNOWN);
    Instant updated = moment("updated").orElse(identified);
    EventKind event = event(status, identified, updated);
    return new Issue(
        key,
        unitRegion(),
        resource(),
        tags(),
        status,
        finding(),
        new Timestamps(identified, updated, resolved),
        updated,
        1,
        Optional.empty(),
        event,
        event == EventKind.RESOLVED ? resolved.orElse(updated) : updated,
        Optional.empty(),
        reporting,
        version);
  }

  static Reporting reporting(Item item) {
    Value.Fields timestamps = item.map(TIMESTAMPS);
    return new Reporting(
        moment(timestamps, "reported"), moment(timestamps, "closed"), item.map(TICKET));
  }

  private static EventKind event(Status status, Instant identified, Instant updated) {
    return switch (status) {
      case WHITELISTED -> EventKind.WHITELISTED;
      case RESOLVED -> EventKind.RESOLVED;
      case CLOSED -> EventKind.REPORTED;
      case OPEN, UNKNOWN -> updated.isAfter(identified) ? EventKind.CHANGED : EventKind.FOUND;
    };
  }

  private Optional<Instant> moment(String name) {
    return moment(timestamps, name);
  }

  private static Optional<Instant> moment(Value.Fields timestamps, String name) {
    return timestamps.text(name).flatMap(Moments::ofPredecessor);
  }

  private Finding finding() {
    String what = shelf.map(Shelf::title).orElse("Found by the check " + key.check());
    return new Finding(
        shelf.map(Shelf::severity).orElse(Severity.MEDIUM),
        what + ": " + name().orElse(key.issueId()),
        "as the predecessor recorded it",
        details,
        false,
        List.of());
  }

  private ResourceRef resource() {
    String type = shelf.map(Shelf::resourceType).orElse("unknown");
    ResourceRef ref =
        ResourceRef.of(type, resourceId(), key.account(), region().orElse(Region.GLOBAL))
            .withAliases(aliases());
    ref = name().map(ref::withName).orElse(ref);
    return arn().map(ref::withArn).orElse(ref);
  }

  /** Every issue id under which the same issue may be stored, its own among them. */
  List<String> spellings() {
    return queue().map(url -> url.spellings(key.issueId())).orElse(List.of(key.issueId()));
  }

  /** The issue id, save that of a queue, which has had several URLs. */
  private String resourceId() {
    return queue().map(QueueUrl::todays).orElse(key.issueId());
  }

  private Optional<QueueUrl> queue() {
    return region().flatMap(region -> QueueUrl.of(key.issueId(), region));
  }

  private Optional<String> name() {
    return details.text("name").filter(text -> !text.isBlank() && !text.equals(key.issueId()));
  }

  private Optional<String> arn() {
    return Optional.of(key.issueId())
        .filter(id -> id.startsWith("arn:"))
        .or(() -> details.text("arn"))
        .or(() -> details.text("task_definition_arn"));
  }

  /** The names under which the predecessor's whitelists knew resources. */
  private List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    Optional<String> name = name();
    details.text("vpc_id").ifPresent(vpc -> name.ifPresent(n -> aliases.add(vpc + ":" + n)));
    details.text("username").ifPresent(aliases::add);
    if (key.issueId().indexOf(':') >= 0) {
      name.ifPresent(aliases::add);
    }
    queue().map(url -> url.spellings(key.issueId())).ifPresent(aliases::addAll);
    aliases.remove(resourceId());
    return aliases;
  }

  /** An empty value was stored as none. */
  private Tags tags() {
    TreeMap<String, String> tags = new TreeMap<>();
    if (details.get("tags").orElse(Value.absent()) instanceof Value.Fields(var fields)) {
      for (Value.Field field : fields) {
        tags.put(field.name(), field.value() instanceof Value.Text(String text) ? text : "");
      }
    }
    return new Tags(tags);
  }

  private Region unitRegion() {
    boolean isGlobal = shelf.filter(Shelf::isGlobal).isPresent();
    return isGlobal ? Region.GLOBAL : region().orElse(Region.UNKNOWN);
  }

  /** From the details, else from the id: an ARN, the URL of a queue, or a region itself. */
  private Optional<Region> region() {
    String id = key.issueId();
    return details
        .text("region")
        .filter(text -> !text.isBlank())
        .or(() -> found(IN_ARN, id))
        .or(() -> found(IN_URL, id))
        .or(() -> found(ITSELF, id))
        .or(() -> Optional.of("us-east-1").filter(_ -> OLDEST_URL.matcher(id).matches()))
        .map(Region::of);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
