package dev.hammer.stores.dynamodb;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How each slice stands: its last look. All slices are one partition, for whoever lists issues
 * wants all of them. Where more issues could not be confirmed than an item holds, their ids stand
 * in items of their own, written before the slice says so.
 */
record SliceItems(State state, Supplier<String> tokens) {
  private static final String SLICES = "slices";
  private static final String ACCOUNT = "account";
  private static final String REGION = "region";
  private static final String CHECK = "check";
  private static final String SERVICE = "service";
  private static final String BEGAN = "began";
  private static final String UNCONFIRMED = "unconfirmed";
  private static final String PARTS = "unconfirmed_parts";
  private static final int PART_BYTES = 250 * 1_024;
  private static final int REREADS = 5;

  /** Writes what does not fit into the slice's own item; nobody sees it before the slice is put. */
  void prepare(SliceState slice) {
    List<List<String>> parts = parts(slice);
    if (parts.size() > 1) {
      List<Draft> items = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        items.add(
            State.at(partition(slice.slice()), generation(slice) + "%06d".formatted(i))
                .list(UNCONFIRMED, parts.get(i)));
      }
      state.put(items);
    }
  }

  /** Takes away what earlier looks wrote besides. */
  void tidy(SliceState slice) {
    if (parts(slice).size() > 1) {
      List<Map<String, AttributeValue>> old = new ArrayList<>();
      Iterator<Item> items = state.list(partition(slice.slice()));
      while (items.hasNext()) {
        Item item = items.next();
        if (item.key(State.ORDER).compareTo(generation(slice)) < 0) {
          old.add(State.key(partition(slice.slice()), item.key(State.ORDER)));
        }
      }
      state.dynamo().delete(state.table(), old);
    }
  }

  /** Puts how the slice stands, unless a later look is stored. */
  TransactWriteItem put(SliceState slice) {
    Expression condition = new Expression();
    String noLater = noLater(condition, slice.began());
    Put put =
        Put.builder()
            .tableName(state.table())
            .item(item(slice).attributes())
            .conditionExpression(noLater)
            .expressionAttributeNames(condition.names())
            .expressionAttributeValues(condition.values())
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  /** Lets a transaction pass only if no later look at the slice is stored. */
  TransactWriteItem check(Slice slice, Optional<Instant> began) {
    Expression condition = new Expression();
    String noLater = noLater(condition, began);
    ConditionCheck check =
        ConditionCheck.builder()
            .tableName(state.table())
            .key(State.key(SLICES, IssueTable.place(slice)))
            .conditionExpression(noLater)
            .expressionAttributeNames(condition.names())
            .expressionAttributeValues(condition.values())
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  /** Stores how a slice stands unless a later look is stored: then false. */
  boolean record(SliceState slice) {
    prepare(slice);
    Expression condition = new Expression();
    String noLater = noLater(condition, slice.began());
    boolean isStored =
        state
            .dynamo()
            .putUnless(
                PutItemRequest.builder()
                    .tableName(state.table())
                    .item(item(slice).attributes())
                    .conditionExpression(noLater)
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .build())
            .isEmpty();
    if (isStored) {
      tidy(slice);
    }
    return isStored;
  }

  /** Whether a look at the whole slice is stored that began later than this moment. */
  boolean hasLater(Slice slice, Optional<Instant> began) {
    return state
        .get(SLICES, IssueTable.place(slice))
        .flatMap(item -> item.optionalInstant(BEGAN))
        .filter(later -> began.isEmpty() || later.isAfter(began.get()))
        .isPresent();
  }

  /** Makes slices known; those known already keep their last look. */
  void plan(Collection<SliceState> planned) {
    Map<Slice, String> known = services(planned);
    Set<Slice> replaced = new TreeSet<>();
    planned.stream()
        .map(SliceState::slice)
        .filter(slice -> slice.region().isReal())
        .forEach(s -> replaced.add(new Slice(s.account(), Region.UNKNOWN, s.check())));
    Map<Slice, SliceState> news = new TreeMap<>();
    for (SliceState slice : planned) {
      if (!replaced.contains(slice.slice()) && !slice.service().equals(known.get(slice.slice()))) {
        news.put(slice.slice(), slice);
      }
    }
    announce(List.copyOf(news.values()));
    state
        .dynamo()
        .delete(
            state.table(),
            replaced.stream()
                .filter(known::containsKey)
                .map(slice -> State.key(SLICES, IssueTable.place(slice)))
                .toList());
  }

  /** One by one, in order; no more than the slices of one account are held. */
  void each(Consumer<SliceState> each) {
    List<SliceState> ofAccount = new ArrayList<>();
    Iterator<Item> items = state.list(SLICES);
    while (items.hasNext()) {
      SliceState next = slice(items.next(), REREADS);
      if (!ofAccount.isEmpty()
          && !ofAccount.getFirst().slice().account().equals(next.slice().account())) {
        inOrder(ofAccount, each);
        ofAccount.clear();
      }
      ofAccount.add(next);
    }
    inOrder(ofAccount, each);
  }

  private static void inOrder(List<SliceState> slices, Consumer<SliceState> each) {
    slices.stream().sorted(Comparator.comparing(SliceState::slice)).forEach(each);
  }

  /** Takes slices out of the books, and what was written besides. */
  void forget(Collection<Slice> known) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (Slice slice : new TreeSet<>(known)) {
      keys.add(State.key(SLICES, IssueTable.place(slice)));
      state
          .list(partition(slice))
          .forEachRemaining(item -> keys.add(State.key(partition(slice), item.key(State.ORDER))));
    }
    state.dynamo().delete(state.table(), keys);
  }

  /** The services of the slices that are known of the same accounts. */
  private Map<Slice, String> services(Collection<SliceState> planned) {
    Map<Slice, String> services = new TreeMap<>();
    planned.stream()
        .map(slice -> slice.slice().account().id() + "/")
        .distinct()
        .forEach(
            account ->
                state
                    .dynamo()
                    .query(state.of(SLICES, account, ACCOUNT, REGION, CHECK, SERVICE).build())
                    .forEachRemaining(i -> services.put(sliceOf(i), i.text(SERVICE))));
    return services;
  }

  /**
   * A slice that somebody looks at meanwhile keeps that look: only what is missing is filled in.
   */
  private void announce(List<SliceState> slices) {
    for (int i = 0; i < slices.size(); i += Commits.WRITES) {
      List<TransactWriteItem> writes =
          slices.subList(i, Math.min(slices.size(), i + Commits.WRITES)).stream()
              .map(this::announcement)
              .toList();
      var reasons = new Commits(state.dynamo()).commit(writes, tokens.get());
      if (!reasons.isEmpty()) {
        throw DynamoFailure.cancelled(reasons);
      }
    }
  }

  private TransactWriteItem announcement(SliceState slice) {
    Map<String, AttributeValue> key = State.key(SLICES, IssueTable.place(slice.slice()));
    Expression update = new Expression();
    item(slice)
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals(SERVICE)) {
                update.set(name, value);
              } else if (!key.containsKey(name)) {
                update.keep(name, value);
              }
            });
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(state.table())
                .key(key)
                .updateExpression(update.update())
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values())
                .build())
        .build();
  }

  private static String noLater(Expression condition, Optional<Instant> began) {
    String name = condition.name(BEGAN);
    String none = "attribute_not_exists(" + name + ")";
    return began
        .map(Moments::exact)
        .map(at -> none + " OR " + name + " <= " + condition.value(AttributeValue.fromS(at)))
        .orElse(none);
  }

  private static Draft item(SliceState slice) {
    List<List<String>> parts = parts(slice);
    Draft item =
        State.at(SLICES, IssueTable.place(slice.slice()))
            .text(ACCOUNT, slice.slice().account().id())
            .text(REGION, slice.slice().region().name())
            .text(CHECK, slice.slice().check())
            .text(SERVICE, slice.service())
            .text("scan", slice.scanId())
            .instant(BEGAN, slice.began())
            .instant("ended", slice.ended())
            .text("outcome", slice.outcome().word())
            .json("failures", FailureJson.write(slice.failures()))
            .number("judged", slice.judged())
            .number("unknown", slice.unknown());
    return parts.size() > 1
        ? item.number(PARTS, parts.size())
        : item.list(UNCONFIRMED, slice.unconfirmed());
  }

  private SliceState slice(Item item, int rereads) {
    Slice slice = sliceOf(item);
    SliceState read =
        new SliceState(
            slice,
            item.text(SERVICE),
            item.optional("scan"),
            item.optionalInstant(BEGAN),
            item.optionalInstant("ended"),
            item.as("outcome", word -> SliceOutcome.valueOf(word.toUpperCase(Locale.ROOT))),
            FailureJson.read(item.json("failures")),
            item.number("judged"),
            item.number("unknown"),
            item.has(UNCONFIRMED) ? item.list(UNCONFIRMED) : List.of());
    return item.has(PARTS) ? withParts(read, item, rereads) : read;
  }

  /** A later look may have taken the parts away meanwhile; then it is the one to show. */
  private SliceState withParts(SliceState read, Item item, int rereads) {
    List<Item> parts = state.all(partition(read.slice()), generation(read));
    if (parts.size() != item.number(PARTS) && rereads > 0) {
      return state
          .get(SLICES, IssueTable.place(read.slice()))
          .map(newer -> slice(newer, rereads - 1))
          .orElse(read);
    }
    return new SliceState(
        read.slice(),
        read.service(),
        read.scanId(),
        read.began(),
        read.ended(),
        read.outcome(),
        read.failures(),
        read.judged(),
        read.unknown(),
        parts.stream().flatMap(part -> part.list(UNCONFIRMED).stream()).toList());
  }

  private static Slice sliceOf(Item item) {
    return new Slice(
        item.as(ACCOUNT, AccountId::of), item.as(REGION, Region::of), item.text(CHECK));
  }

  private static String partition(Slice slice) {
    return State.partition(UNCONFIRMED, IssueTable.place(slice));
  }

  private static String generation(SliceState slice) {
    return Moments.exact(slice.began().orElse(Instant.EPOCH)) + "/";
  }

  /** The ids in lists that fit into an item each; a single one as a rule. */
  private static List<List<String>> parts(SliceState slice) {
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    long bytes = 0;
    for (String id : slice.unconfirmed()) {
      long size = 8 + 2L * Texts.bytes(id);
      if (bytes + size > PART_BYTES && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(id);
      bytes += size;
    }
    parts.add(part);
    return parts;
  }
}
