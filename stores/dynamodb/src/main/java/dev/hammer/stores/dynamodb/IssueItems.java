package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Issues as items: the predecessor's six attributes for its readers, and ours, which are exact, for
 * us. Identification and reporting each set their own attributes and no other.
 */
final class IssueItems {
  static final String VERSION = "version";

  /** Who wrote last: tells a write of ours that was answered too late from somebody else's. */
  static final String WRITER = "writer";

  /** Only what identification of ours has written has it. */
  private static final String OBSERVED_AT = "observed_at";

  private static final String RESOLVED_AT = "resolved_at";
  private static final String WHITELIST_ID = "whitelist_id";
  private static final String EVENT_SCAN = "event_scan";

  /** What identification removes when it has nothing to say. */
  private static final List<String> OPTIONAL =
      List.of(RESOLVED_AT, WHITELIST_ID, EVENT_SCAN, IssueTable.LIVE_SLICE);

  /** What our indexes find an item by. */
  static final List<String> SIGNS =
      List.of(IssueTable.REF, IssueTable.PLACE, IssueTable.STATE, IssueTable.LIVE_SLICE);

  private static final String REPORTED_AT = "reported_at";
  private static final String CLOSED_AT = "closed_at";
  private static final String EXACT_TICKET = "ticket";

  /** For keys, names and numbers around what is measured. */
  private static final int MARGIN = 2_048;

  private IssueItems() {}

  /** The whole item of an issue that was never stored. */
  static Map<String, AttributeValue> born(IssueTable table, Issue issue, String writer) {
    Draft draft =
        new Draft()
            .putAll(table.identity(issue.key()))
            .putAll(identified(issue))
            .putAll(reported(issue.reporting()))
            .put(Predecessor.STATUS, AttributeValue.fromS(issue.status().word()))
            .put(Predecessor.TIMESTAMPS, AttributeValue.fromM(timestamps(issue)))
            .put(Predecessor.TICKET, Values.write(issue.reporting().ticket()))
            .number(VERSION, 1)
            .text(WRITER, writer);
    return draft.put(Predecessor.DETAILS, details(issue, draft.bytes())).attributes();
  }

  /** What identification changes. */
  static Expression identification(IssueTable table, Issue before, Issue after, String writer) {
    Expression update = new Expression();
    Map<String, AttributeValue> ours = identified(after);
    table.identity(after.key()).forEach((name, value) -> setUnlessKey(update, table, name, value));
    ours.forEach(update::set);
    OPTIONAL.stream().filter(name -> !ours.containsKey(name)).forEach(update::remove);
    setStatus(update, after.status());
    if (startsNewLife(before, after)) {
      update.set(Predecessor.TIMESTAMPS, AttributeValue.fromM(timestamps(after)));
      update.set(Predecessor.TICKET, Values.write(Value.Fields.NONE));
      setReporting(update, Reporting.NONE);
    } else {
      update
          .set("timestamps.identified", moment(after.timestamps().identified()))
          .set("timestamps.updated", moment(after.timestamps().updated()));
      after
          .timestamps()
          .resolved()
          .ifPresentOrElse(
              at -> update.set("timestamps.resolved", moment(at)),
              () -> update.remove("timestamps.resolved"));
    }
    update.set(Predecessor.DETAILS, details(after, update.bytes()));
    return written(update, before, writer);
  }

  /** What reporting changes. */
  static Expression reporting(
      IssueTable table, Issue before, Status status, Reporting reporting, String writer) {
    Expression update = new Expression();
    table.identity(before.key()).forEach((name, value) -> setUnlessKey(update, table, name, value));
    setStatus(update, status);
    signs(before.key(), before.slice(), status).forEach(update::set);
    if (!status.isLive()) {
      update.remove(IssueTable.LIVE_SLICE);
    }
    update
        .set("timestamps.reported", moment(reporting.reported()))
        .set("timestamps.closed", moment(reporting.closed()))
        .set(Predecessor.TICKET, Values.write(reporting.ticket()));
    setReporting(update, reporting);
    return written(update, before, writer);
  }

  /** What makes an item found by our indexes; all there is to taking over an item. */
  static Map<String, AttributeValue> signs(IssueKey key, Slice slice, Status status) {
    Draft signs =
        new Draft()
            .text(IssueTable.REF, key.ref().text())
            .put(IssueTable.PLACE, AttributeValue.fromS(IssueTable.place(key)))
            .text(IssueTable.STATE, status.word());
    if (status.isLive()) {
      signs.put(IssueTable.LIVE_SLICE, AttributeValue.fromS(IssueTable.place(slice)));
    }
    return signs.attributes();
  }

  /** The condition that nobody has written since the issue was read. */
  static String unchanged(Expression condition, Issue before) {
    String version = condition.name(VERSION);
    return before.version() == 0
        ? "attribute_exists("
            + condition.name(IssueTable.ACCOUNT)
            + ") AND attribute_not_exists("
            + version
            + ")"
        : version + " = " + condition.value(number(before.version()));
  }

  static Issue issue(IssueTable table, Item item) {
    IssueKey key = table.keyOf(item);
    return isOurs(item)
        ? ours(key, item)
        : new Predecessor(table.shelf(), key, item).issue(reporting(item), version(item));
  }

  /** Whether identification of ours has written it. */
  static boolean isOurs(Item item) {
    return item.has(OBSERVED_AT);
  }

  /** How often it was written by us. */
  static long version(Item item) {
    return item.optionalNumber(VERSION).orElse(0L);
  }

  private static Map<String, AttributeValue> identified(Issue issue) {
    Finding finding = issue.finding();
    return new Draft()
        .putAll(signs(issue.key(), issue.slice(), issue.status()))
        .text("unit_region", issue.unitRegion().name())
        .json("resource", write(issue.resource()))
        .json("tags", write(issue.tags()))
        .text("severity", finding.severity().word())
        .text("summary", finding.summary())
        .text("reason", finding.reason())
        .json("details", finding.details())
        .flag("latent", finding.latent())
        .list("context_unread", finding.contextUnread())
        .instant("identified_at", issue.timestamps().identified())
        .instant("updated_at", issue.timestamps().updated())
        .instant(RESOLVED_AT, issue.timestamps().resolved())
        .instant(OBSERVED_AT, issue.observedAt())
        .number("life", issue.life())
        .text(WHITELIST_ID, issue.whitelistId())
        .text("event", issue.event().word())
        .instant("event_at", issue.eventAt())
        .text(EVENT_SCAN, issue.eventScan())
        .attributes();
  }

  private static Issue ours(IssueKey key, Item item) {
    return new Issue(
        key,
        item.as("unit_region", Region::of),
        item.fields("resource", IssueItems::resource),
        item.fields("tags", IssueItems::tags),
        item.optional(Predecessor.STATUS).map(Status::parse).orElse(Status.UNKNOWN),
        new Finding(
            item.as("severity", word -> Severity.parse(word).orElseThrow()),
            item.text("summary"),
            item.text("reason"),
            item.fields("details"),
            item.flag("latent"),
            item.list("context_unread")),
        new Timestamps(
            item.instant("identified_at"),
            item.instant("updated_at"),
            item.optionalInstant(RESOLVED_AT)),
        item.instant(OBSERVED_AT),
        Math.toIntExact(item.number("life")),
        item.optional(WHITELIST_ID),
        item.as("event", EventKind::parse),
        item.instant("event_at"),
        item.optional(EVENT_SCAN),
        reporting(item),
        version(item));
  }

  private static Reporting reporting(Item item) {
    return item.has(EXACT_TICKET)
        ? new Reporting(
            item.optionalInstant(REPORTED_AT),
            item.optionalInstant(CLOSED_AT),
            item.fields(EXACT_TICKET))
        : Predecessor.reporting(item);
  }

  private static Map<String, AttributeValue> reported(Reporting reporting) {
    return new Draft()
        .instant(REPORTED_AT, reporting.reported())
        .instant(CLOSED_AT, reporting.closed())
        .json(EXACT_TICKET, reporting.ticket())
        .attributes();
  }

  private static void setReporting(Expression update, Reporting reporting) {
    Map<String, AttributeValue> ours = reported(reporting);
    ours.forEach(update::set);
    List.of(REPORTED_AT, CLOSED_AT).stream()
        .filter(name -> !ours.containsKey(name))
        .forEach(update::remove);
  }

  /** A word of the predecessor that we do not know is left as it is. */
  private static void setStatus(Expression update, Status status) {
    if (status != Status.UNKNOWN) {
      update.set(Predecessor.STATUS, AttributeValue.fromS(status.word()));
    }
  }

  private static void setUnlessKey(
      Expression update, IssueTable table, String name, AttributeValue value) {
    if (!name.equals(IssueTable.ACCOUNT) && !name.equals(table.sortKey())) {
      update.set(name, value);
    }
  }

  private static Expression written(Expression update, Issue before, String writer) {
    return update
        .set(VERSION, number(before.version() + 1))
        .set(WRITER, AttributeValue.fromS(writer));
  }

  private static boolean startsNewLife(Issue before, Issue after) {
    return before.status() == Status.CLOSED
        && after.status() != Status.CLOSED
        && after.reporting().equals(Reporting.NONE);
  }

  /**
   * As the predecessor begins them: what has not happened is null, save that nothing resolved it.
   */
  private static Map<String, AttributeValue> timestamps(Issue issue) {
    Map<String, AttributeValue> timestamps = new TreeMap<>();
    timestamps.put("identified", moment(issue.timestamps().identified()));
    timestamps.put("updated", moment(issue.timestamps().updated()));
    timestamps.put("reported", moment(issue.reporting().reported()));
    timestamps.put("remediated", AttributeValue.fromNul(true));
    timestamps.put("closed", moment(issue.reporting().closed()));
    issue.timestamps().resolved().ifPresent(at -> timestamps.put("resolved", moment(at)));
    return timestamps;
  }

  /**
   * The details for readers of the predecessor. Ours are exact and come first: where both do not
   * fit into an item, these lose their largest fields.
   */
  private static AttributeValue details(Issue issue, long taken) {
    long room = Fitting.ITEM - MARGIN - taken;
    return Values.write(Fitting.fit(issue.finding().details(), Math.max(0, room)));
  }

  private static AttributeValue moment(Instant at) {
    return AttributeValue.fromS(Moments.forPredecessor(at));
  }

  private static AttributeValue moment(Optional<Instant> at) {
    return at.map(IssueItems::moment).orElse(AttributeValue.fromNul(true));
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  private static Value write(ResourceRef ref) {
    return Value.fields()
        .put("type", ref.type())
        .put("id", ref.id())
        .put("account", ref.account().id())
        .put("region", ref.region().name())
        .put("arn", Value.text(ref.arn()))
        .put("name", Value.text(ref.name()))
        .put("aliases", Value.texts(ref.aliases()))
        .put("parent", Value.text(ref.parent()))
        .build();
  }

  private static ResourceRef resource(Value.Fields fields) {
    return new ResourceRef(
        fields.text("type").orElseThrow(),
        fields.text("id").orElseThrow(),
        AccountId.of(fields.text("account").orElseThrow()),
        Region.of(fields.text("region").orElseThrow()),
        fields.text("arn"),
        fields.text("name"),
        texts(fields.get("aliases").orElseThrow()),
        fields.text("parent"));
  }

  private static List<String> texts(Value items) {
    return ((Value.Items) items).items().stream().map(item -> ((Value.Text) item).text()).toList();
  }

  /** Every value as it is: an empty one is not an absent one. */
  private static Value write(Tags tags) {
    Value.Builder fields = Value.fields();
    tags.values().forEach(fields::put);
    return fields.build();
  }

  private static Tags tags(Value.Fields fields) {
    TreeMap<String, String> tags = new TreeMap<>();
    for (Value.Field field : fields.fields()) {
      tags.put(field.name(), ((Value.Text) field.value()).text());
    }
    return new Tags(tags);
  }
}
