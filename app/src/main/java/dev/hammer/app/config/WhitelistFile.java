package dev.hammer.app.config;

import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes whitelist entries of what {@code whitelist.json} lists, as texts or as objects. */
final class WhitelistFile {
  private static final List<String> KEYS = List.of("id", "reason", "expires", "ticket", "owner");

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
    return new WhitelistEntry(
        idOf(item),
        WhitelistScope.of(item.check(), item.account().id(), item.item()),
        text(fields, item, "reason").orElse(""),
        text(fields, item, "owner").orElse(""),
        text(fields, item, "ticket"),
        written,
        expires(fields, item),
        at.file() + ":" + at.line());
  }

  /** The same entry has the same id, wherever in the file it stands. */
  private static String idOf(ListedItem item) {
    return "w-" + Fingerprint.base32(item.check() + "\n" + item.account() + "\n" + item.item(), 8);
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
