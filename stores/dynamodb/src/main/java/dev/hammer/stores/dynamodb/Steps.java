package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Packs steps into transactions and sends one after the other. Each transaction has a token, which
 * its items carry as their writer: so a write of ours is told from one of somebody else.
 */
record Steps(Dynamo dynamo, Supplier<String> tokens) {
  static final Stored APPLIED = new Stored.Applied();
  static final Stored SUPERSEDED = new Stored.Superseded();

  /**
   * What every transaction depends on: no later look at the slice is stored.
   *
   * @param last takes the place of the check in the last transaction
   */
  record Gate(TransactWriteItem check, TransactWriteItem last) {}

  /** Sends them all, until a transaction is refused. */
  Stored commit(List<Step.Making> makings, Optional<Gate> gate) {
    List<Step> packed = new ArrayList<>();
    String token = tokens.get();
    int writes = 1;
    long bytes = 0;
    for (Step.Making making : makings) {
      Step step = making.with(token);
      if (!packed.isEmpty()
          && (writes + step.writes().size() > Commits.WRITES
              || bytes + step.bytes() > Commits.BYTES)) {
        Stored stored = commit(packed, gate.map(Gate::check), token);
        if (!stored.equals(APPLIED)) {
          return stored;
        }
        packed = new ArrayList<>();
        token = tokens.get();
        step = making.with(token);
        writes = 1;
        bytes = 0;
      }
      packed.add(step);
      writes += step.writes().size();
      bytes += step.bytes();
    }
    return commit(packed, gate.map(Gate::last), token);
  }

  private Stored commit(List<Step> steps, Optional<TransactWriteItem> gate, String token) {
    List<TransactWriteItem> writes = new ArrayList<>();
    gate.ifPresent(writes::add);
    steps.forEach(step -> writes.addAll(step.writes()));
    Commits commits = new Commits(dynamo);
    List<CancellationReason> reasons = commits.commit(writes, token);
    if (!reasons.isEmpty() && mend(steps, gate.isPresent() ? 1 : 0, reasons)) {
      reasons = commits.commit(writes, token);
    }
    return reasons.isEmpty() ? APPLIED : judge(steps, gate.isPresent(), reasons, token);
  }

  /**
   * What a refusal means. If an item carries our token, a try before the refused one came through.
   */
  private static Stored judge(
      List<Step> steps, boolean hasGate, List<CancellationReason> reasons, String token) {
    Set<IssueKey> conflicts = new TreeSet<>();
    int at = hasGate ? 1 : 0;
    for (Step step : steps) {
      CancellationReason reason = reasons.get(at);
      if (Commits.isRefused(reason)) {
        if (isWrittenBy(token, reason)) {
          return APPLIED;
        }
        conflicts.add(step.key());
      }
      at += step.writes().size();
    }
    if (hasGate && Commits.isRefused(reasons.getFirst())) {
      return SUPERSEDED;
    }
    if (conflicts.isEmpty()) {
      throw DynamoFailure.cancelled(reasons);
    }
    return new Stored.Conflict(List.copyOf(conflicts));
  }

  private static boolean isWrittenBy(String token, CancellationReason reason) {
    AttributeValue writer = reason.item().get(IssueItems.WRITER);
    return writer != null && token.equals(writer.s());
  }

  /**
   * An item of the predecessor may lack the map of times that we write into; whether something was
   * done about it.
   */
  private boolean mend(List<Step> steps, int first, List<CancellationReason> reasons) {
    boolean isMended = false;
    int at = first;
    for (Step step : steps) {
      boolean isForeign = step.before().filter(before -> before.version() == 0).isPresent();
      if (isForeign && Commits.UNSUITABLE.equals(reasons.get(at).code())) {
        isMended |= giveTimes(step);
      }
      at += step.writes().size();
    }
    return isMended;
  }

  private boolean giveTimes(Step step) {
    Expression update =
        new Expression().set(Predecessor.TIMESTAMPS, AttributeValue.fromM(Map.of()));
    String isMissing =
        "attribute_exists("
            + update.name(IssueTable.ACCOUNT)
            + ") AND NOT attribute_type("
            + update.name(Predecessor.TIMESTAMPS)
            + ", "
            + update.value(AttributeValue.fromS("M"))
            + ")";
    return dynamo.updateIf(
        UpdateItemRequest.builder()
            .tableName(step.table().name())
            .key(step.table().key(step.key()))
            .updateExpression(update.update())
            .conditionExpression(isMissing)
            .expressionAttributeNames(update.names())
            .expressionAttributeValues(update.values())
            .build());
  }
}
