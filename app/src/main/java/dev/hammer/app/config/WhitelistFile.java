package dev.hammer.app.config;

import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes whitelist entries of what {@code whitelist.json} lists, as texts or as objects. */
final class WhitelistFile {
  private static final List<String> KEYS =
      List.of("id", "reason", "expires", "ticket", "owner", "tags");

  private final Instant now;
  private final Instant written;
  private final Problems problems;

  /**
   * Prepares to make entries.
   *
   * @param now tells which entries are over
   * @param written when the file was written: since then its entries are known
   */
  WhitelistFile(Instant now, Instant written, Problems problems) {
    this.now = now;
    this.written = written;
    this.problems = problems;
  }

  Whitelist entries(List<ListedItem> items) {
    Map<String, WhitelistEntry> entries = new LinkedHashMap<>();
    for (ListedItem item : items) {
      WhitelistEntry entry = entry(item);
      WhitelistEntry first = entries.putIfAbsent(entry.id(), entry);
      if (first != null) {
        problems.warning(
            item.node().at(),
            item.key(),
            item.key() + " is already in " + first.source(),
            "remove one of the two");
      }
    }
    return new Whitelist(new ArrayList<>(entries.values()));
  }

  private WhitelistEntry entry(ListedItem item) {
    Node.Fields fields =
        item.node() instanceof Node.Fields object ? object : Node.Fields.empty(item.node().at());
    refuseUnknown(item, fields);
    Position at = item.node().at();
    TagScope tags = tags(fields, item);
    return new WhitelistEntry(
        idOf(item, tags),
        new WhitelistScope(item.check(), AccountScope.parse(item.account()), item.item(), tags),
        text(fields, item, "reason").orElse(""),
        text(fields, item, "owner").orElse(""),
        text(fields, item, "ticket"),
        written,
        expires(fields, item),
        at.file() + ":" + at.line());
  }

  /** The same entry has the same id, wherever in the file it stands. */
  private static String idOf(ListedItem item, TagScope tags) {
    String said = item.check() + "\n" + item.account() + "\n" + item.item();
    return "w-" + Fingerprint.base32(tags.isAny() ? said : said + "\n" + tags, 8);
  }

  /** The tags that the resource must carry; what cannot be understood is never left out. */
  private TagScope tags(Node.Fields fields, ListedItem item) {
    Optional<Node> node = fields.find("tags").map(Node.Member::node);
    if (node.isEmpty()) {
      return TagScope.ANY;
    }
    String key = item.key() + ".tags";
    SortedMap<String, String> values = new TreeMap<>();
    if (node.get() instanceof Node.Fields tags) {
      for (Node.Member tag : tags.members()) {
        Kinds.TEXT
            .read(tag.node(), key + "." + Shown.visible(tag.name()), problems)
            .ifPresent(value -> values.put(tag.name(), value));
      }
    }
    if (!(node.get() instanceof Node.Fields tags) || tags.members().isEmpty()) {
      problems.error(
          node.get().at(), key, key + " names no tags", "write an object: {\"env\": \"dev\"}");
    }
    return new TagScope(values);
  }

  private Optional<String> text(Node.Fields fields, ListedItem item, String name) {
    return fields
        .find(name)
        .filter(m -> !(m.node() instanceof Node.Scalar scalar && scalar.isAbsent()))
        .flatMap(m -> Kinds.TEXT.read(m.node(), item.key() + "." + name, problems));
  }

  /** When the entry ends; one without a date, or for ever, does not. */
  private Optional<Instant> expires(Node.Fields fields, ListedItem item) {
    String key = item.key() + ".expires";
    Optional<String> text = text(fields, item, "expires").filter(t -> !t.equals("never"));
    Optional<Instant> end = text.flatMap(EndDate::parse).flatMap(EndDate::at);
    if (text.isPresent() && end.isEmpty()) {
      problems.error(
          placeOf(fields),
          key,
          key + ": " + Shown.quoted(text.get()) + " is no date",
          "write it as in 2027-02-22, or never");
    }
    end.filter(e -> !now.isBefore(e))
        .ifPresent(
            _ ->
                problems.warning(
                    placeOf(fields),
                    key,
                    key
                        + ": the entry for "
                        + Shown.quoted(item.item())
                        + " ended on "
                        + text.get(),
                    "its issues are open again; remove or renew it"));
    return end;
  }

  private static Position placeOf(Node.Fields fields) {
    return fields.find("expires").map(m -> m.node().at()).orElse(fields.at());
  }

  private void refuseUnknown(ListedItem item, Node.Fields fields) {
    for (Node.Member member : fields.members()) {
      if (!KEYS.contains(member.name())) {
        String message = "unknown key " + item.key() + "." + Shown.visible(member.name());
        NearMiss.of(member.name(), KEYS)
            .ifPresentOrElse(
                near ->
                    problems.error(member.at(), item.key(), message, "did you mean " + near + "?"),
                () -> problems.warning(member.at(), item.key(), message, "it is ignored"));
      }
    }
  }
}
