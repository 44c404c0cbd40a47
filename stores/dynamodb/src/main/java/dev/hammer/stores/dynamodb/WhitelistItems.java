package dev.hammer.stores.dynamodb;

import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Accepted risks that were added by command. */
record WhitelistItems(State state) {
  private static final String PARTITION = "whitelist";
  private static final String EXPIRES = "expires";
  private static final String TAGS = "tags";

  List<WhitelistEntry> all() {
    return state.all(PARTITION, "").stream()
        .map(WhitelistItems::entry)
        .sorted(Comparator.comparing(WhitelistEntry::id))
        .toList();
  }

  /** Adds an entry, unless another of its id is there: then false. */
  boolean add(WhitelistEntry entry) {
    Expression condition = new Expression();
    String isNew = "attribute_not_exists(" + condition.name(State.PARTITION) + ")";
    Optional<Item> inTheWay =
        state
            .dynamo()
            .putUnless(
                PutItemRequest.builder()
                    .tableName(state.table())
                    .item(item(entry).attributes())
                    .conditionExpression(isNew)
                    .expressionAttributeNames(condition.names())
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
    // The same entry is our own, stored by a try that was answered too late.
    return inTheWay.isEmpty() || entry(inTheWay.get()).equals(entry);
  }

  /** Sets the end of an entry, if it is there: else false. */
  boolean end(WhitelistEntry entry) {
    Expression update = new Expression();
    Draft end = new Draft().instant(EXPIRES, entry.expires());
    if (end.attributes().isEmpty()) {
      update.remove(EXPIRES);
    } else {
      end.attributes().forEach(update::set);
    }
    return state
        .dynamo()
        .updateIf(
            UpdateItemRequest.builder()
                .tableName(state.table())
                .key(State.key(PARTITION, order(entry)))
                .updateExpression(update.update())
                .conditionExpression("attribute_exists(" + update.name(State.PARTITION) + ")")
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values())
                .build());
  }

  private static Draft item(WhitelistEntry entry) {
    TagScope tags = entry.scope().tags();
    return State.at(PARTITION, order(entry))
        .putAll(tags.isAny() ? Map.of() : new Draft().json(TAGS, tags.toValue()).attributes())
        .text("id", entry.id())
        .text("check", entry.scope().check())
        .text("account", entry.scope().accounts().toString())
        .text("resource", entry.scope().resource())
        .text("reason", entry.reason())
        .text("owner", entry.owner())
        .text("ticket", entry.ticket())
        .instant("created", entry.created())
        .instant(EXPIRES, entry.expires())
        .text("source", entry.source());
  }

  private static String order(WhitelistEntry entry) {
    return Texts.key(entry.id(), Texts.SORT_KEY);
  }

  private static WhitelistEntry entry(Item item) {
    return new WhitelistEntry(
        item.text("id"),
        new WhitelistScope(
            item.text("check"),
            AccountScope.parse(item.text("account")),
            item.text("resource"),
            item.optional(TAGS).isPresent() ? item.fields(TAGS, TagScope::read) : TagScope.ANY),
        item.text("reason"),
        item.text("owner"),
        item.optional("ticket"),
        item.instant("created"),
        item.optionalInstant(EXPIRES),
        item.text("source"));
  }
}
