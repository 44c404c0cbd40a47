package dev.hammer.stores.dynamodb;

import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The ledgers of scans, one partition each: claimed and finished units, and who works. A write that
 * was made, and repeated because its answer was lost, finds its own work and is no refusal.
 */
record LedgerItems(State state) {
  private static final String UNITS = "ledger";
  private static final String WORKERS = "workers";
  private static final String ACCOUNT = "account";
  private static final String REGION = "region";
  private static final String SERVICE = "service";
  private static final String WORKER = "worker";
  private static final String DONE = "done";
  private static final String RESOURCES = "resources";
  private static final String FIGURES = "figures";

  boolean claim(String scanId, Unit unit, String worker, Optional<String> from) {
    return from.isPresent()
        ? takeOver(scanId, unit, worker, from.get())
        : takeFree(scanId, unit, worker);
  }

  boolean finish(String scanId, Unit unit, String worker, long resources) {
    Expression update =
        new Expression()
            .set(DONE, AttributeValue.fromBool(true))
            .set(RESOURCES, AttributeValue.fromN(Long.toString(resources)));
    String condition = update.name(WORKER) + " = " + update.value(text(worker));
    return update(scanId, unit, update, condition);
  }

  void release(String scanId, Collection<Unit> units, String worker) {
    for (Unit unit : units) {
      Expression expression = new Expression();
      String condition = isBegunBy(expression, worker);
      var _ =
          state
              .dynamo()
              .deleteIf(
                  DeleteItemRequest.builder()
                      .tableName(state.table())
                      .key(key(scanId, unit))
                      .conditionExpression(condition)
                      .expressionAttributeNames(expression.names())
                      .expressionAttributeValues(expression.values())
                      .build());
    }
  }

  List<LedgerEntry> entries(String scanId, AccountId account) {
    return state.all(State.partition(UNITS, scanId), account.id() + "/").stream()
        .map(LedgerItems::entry)
        .sorted(Comparator.comparing(LedgerEntry::unit))
        .toList();
  }

  void beat(String scanId, Worker worker) {
    state.put(
        State.at(State.partition(WORKERS, scanId), Texts.key(worker.id(), Texts.SORT_KEY))
            .text("id", worker.id())
            .text("host", worker.host())
            .number("process", worker.process())
            .instant("until", worker.until())
            .number("beats", worker.beats())
            .json(FIGURES, worker.figures()));
  }

  List<Worker> workers(String scanId) {
    return state.all(State.partition(WORKERS, scanId), "").stream()
        .map(LedgerItems::worker)
        .sorted(Comparator.comparing(Worker::id))
        .toList();
  }

  void clear(String scanId) {
    for (String topic : List.of(UNITS, WORKERS)) {
      String partition = State.partition(topic, scanId);
      List<Map<String, AttributeValue>> keys = new ArrayList<>();
      state
          .dynamo()
          .query(state.of(partition, "", State.ORDER).build())
          .forEachRemaining(item -> keys.add(State.key(partition, item.key(State.ORDER))));
      state.dynamo().delete(state.table(), keys);
    }
  }

  private boolean takeFree(String scanId, Unit unit, String worker) {
    Expression expression = new Expression();
    String condition =
        "attribute_not_exists("
            + expression.name(State.PARTITION)
            + ") OR ("
            + isBegunBy(expression, worker)
            + ")";
    Draft item =
        State.at(State.partition(UNITS, scanId), order(unit))
            .text(ACCOUNT, unit.account().id())
            .text(REGION, unit.region().name())
            .text(SERVICE, unit.service())
            .text(WORKER, worker)
            .flag(DONE, false)
            .number(RESOURCES, 0);
    return state
        .dynamo()
        .putUnless(
            PutItemRequest.builder()
                .tableName(state.table())
                .item(item.attributes())
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values())
                .build())
        .isEmpty();
  }

  private boolean takeOver(String scanId, Unit unit, String worker, String from) {
    Expression update = new Expression().set(WORKER, text(worker));
    String condition = "(" + isBegunBy(update, from) + ") OR (" + isBegunBy(update, worker) + ")";
    return update(scanId, unit, update, condition);
  }

  private boolean update(String scanId, Unit unit, Expression update, String condition) {
    return state
        .dynamo()
        .updateIf(
            UpdateItemRequest.builder()
                .tableName(state.table())
                .key(key(scanId, unit))
                .updateExpression(update.update())
                .conditionExpression(condition)
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values())
                .build());
  }

  private static String isBegunBy(Expression expression, String worker) {
    return expression.name(WORKER)
        + " = "
        + expression.value(text(worker))
        + " AND "
        + expression.name(DONE)
        + " = "
        + expression.value(AttributeValue.fromBool(false));
  }

  private static Map<String, AttributeValue> key(String scanId, Unit unit) {
    return State.key(State.partition(UNITS, scanId), order(unit));
  }

  private static String order(Unit unit) {
    return unit.account().id() + "/" + unit.region().name() + "/" + unit.service();
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(Texts.encode(text));
  }

  private static LedgerEntry entry(Item item) {
    return new LedgerEntry(
        new Unit(item.as(ACCOUNT, AccountId::of), item.as(REGION, Region::of), item.text(SERVICE)),
        item.text(WORKER),
        item.flag(DONE),
        item.number(RESOURCES));
  }

  private static Worker worker(Item item) {
    return new Worker(
        item.text("id"),
        item.text("host"),
        item.number("process"),
        item.instant("until"),
        item.number("beats"),
        item.fields(FIGURES));
  }
}
