package dev.hammer.app.record;

import dev.hammer.app.issues.Books;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;

/** An issue as every door shows it to machines. */
public final class IssueRecord {
  private final Books books;
  private final Whitelist whitelist;

  public IssueRecord(Books books, Whitelist whitelist) {
    this.books = books;
    this.whitelist = whitelist;
  }

  /** The public form of an issue. */
  public Value.Fields of(Issue issue) {
    return Value.fields()
        .put("ref", issue.ref().text())
        .put("check", issue.key().check())
        .put("account_id", issue.key().account().id())
        .put("account_name", books.accountName(issue.key().account()))
        .put("region", region(issue.resource().region()))
        .put("issue_id", issue.key().issueId())
        .put("resource", resource(issue))
        .put("status", issue.status().word())
        .put("verified", books.isVerified(issue))
        .put("severity", issue.finding().severity().word())
        .put("severity_reason", issue.finding().reason())
        .put("summary", issue.finding().summary())
        .put("latent", issue.finding().latent())
        .put("context_unread", Value.texts(issue.finding().contextUnread()))
        .put("life", issue.life())
        .put("issue_details", issue.finding().details())
        .put("timestamps", timestamps(issue))
        .put("ticket", ticket(issue))
        .put("whitelist", whitelist(issue))
        .put("fix", Value.absent())
        .build();
  }

  /** The name of a region, or null for what has none. */
  static Value region(Region region) {
    return region.isReal() ? Value.text(region.name()) : Value.absent();
  }

  private static Value.Fields resource(Issue issue) {
    ResourceRef ref = issue.resource();
    return Value.fields()
        .put("type", ref.type())
        .put("id", ref.id())
        .put("arn", Value.text(ref.arn()))
        .put("name", Value.text(ref.name()))
        .put("tags", issue.tags().toValue())
        .build();
  }

  private static Value.Fields timestamps(Issue issue) {
    return Value.fields()
        .put("identified", Value.instant(issue.timestamps().found()))
        .put("updated", Value.instant(Timestamps.known(issue.timestamps().updated())))
        .put("reported", Value.instant(issue.reporting().reported()))
        .put("resolved", Value.instant(issue.timestamps().resolved()))
        .build();
  }

  private static Value ticket(Issue issue) {
    return issue.reporting().ticket().fields().isEmpty()
        ? Value.absent()
        : issue.reporting().ticket();
  }

  private Value whitelist(Issue issue) {
    return issue
        .whitelistId()
        .<Value>map(
            id ->
                whitelist.entries().stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .<Value>map(WhitelistRecord::of)
                    .orElse(Value.fields().put("id", id).build()))
        .orElse(Value.absent());
  }
}
